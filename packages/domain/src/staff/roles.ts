import { z } from 'zod';

/** Staff roles, each with what it may do beyond reading. A higher rank includes all lower ones. */
export const ROLES = {
  auditor: { label: 'Auditor', rank: 0, works: false },
  reviewer: { label: 'Reviewer', rank: 1, works: true },
  approver: { label: 'Approver', rank: 2, works: true },
  admin: { label: 'Admin', rank: 3, works: true },
} as const;

export type StaffRole = keyof typeof ROLES;
export const StaffRole = z.enum(Object.keys(ROLES) as [StaffRole, ...StaffRole[]]);

/** Does `role` include `needed`? The auditor reads everything and includes no other role. */
export const holds = (role: StaffRole, needed: StaffRole): boolean => ROLES[role].rank >= ROLES[needed].rank;

/** May this role propose decisions, and take those of its rank? */
export const mayPropose = (role: StaffRole): boolean => ROLES[role].works;
