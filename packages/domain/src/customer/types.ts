import { z } from 'zod';

/** The types of customer and their labels. A customer's program defines what is asked. */
export const CUSTOMER_TYPES = { INDIVIDUAL: 'Individual', BUSINESS: 'Business' } as const;
export type CustomerType = keyof typeof CUSTOMER_TYPES;
export const CustomerType = z.enum(Object.keys(CUSTOMER_TYPES) as [CustomerType, ...CustomerType[]]);
