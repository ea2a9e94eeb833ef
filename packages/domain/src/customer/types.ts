import { z } from 'zod';

/** Who may be a customer, and what the type is called. What is asked of one is its program's. */
export const CUSTOMER_TYPES = { INDIVIDUAL: 'Individual', BUSINESS: 'Business' } as const;
export type CustomerType = keyof typeof CUSTOMER_TYPES;
export const CustomerType = z.enum(Object.keys(CUSTOMER_TYPES) as [CustomerType, ...CustomerType[]]);
