import { errors, faultOutcomes } from './errors.ts';
import { portal } from './portal/index.ts';
import { ui } from './ui.ts';

/**
 * English, the first language: every sentence that a customer, a reader of an email or a caller of the API may see, as an
 * ICU message. The keys and the arguments of all other languages, and of the code, are checked against these.
 */
export const en = {
  errors,
  faultOutcomes,
  portal,
  ui,
} as const;
