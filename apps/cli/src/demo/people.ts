import type { StaffRole } from '@gatehouse/domain';

/** The partner of the demo data. Its name says that nothing here is real. */
export const DEMO_PARTNER = {
  name: 'Demo Bank (sample)',
  supportEmail: 'support@demo-bank.example.com',
  accountManager: 'Sam Sample',
} as const;

type DemoStaff = {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly password: string;
};

/**
 * The staff of an evaluation. The passwords are not secret: the sign-in page lists them, and production has none of these
 * accounts. There are two admins, because one admin has to confirm what the other proposes.
 */
export const DEMO_STAFF = {
  reviewer: {
    name: 'Rita Sample',
    email: 'reviewer@demo.example.com',
    role: 'reviewer',
    password: 'demo-reviewer-1',
  },
  approver: {
    name: 'Ana Sample',
    email: 'approver@demo.example.com',
    role: 'approver',
    password: 'demo-approver-1',
  },
  admin: { name: 'Adam Sample', email: 'admin@demo.example.com', role: 'admin', password: 'demo-admin-1234' },
  secondAdmin: { name: 'Ingrid Sample', email: 'admin2@demo.example.com', role: 'admin', password: 'demo-admin-5678' },
  auditor: { name: 'Otto Sample', email: 'auditor@demo.example.com', role: 'auditor', password: 'demo-auditor-1' },
} as const satisfies Record<string, DemoStaff>;

export type DemoStaffName = keyof typeof DEMO_STAFF;
