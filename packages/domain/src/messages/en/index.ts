import { actions } from './actions.ts';
import { attempts } from './attempts.ts';
import { checks } from './checks.ts';
import { durations, onHold, statusHeadings, summaries } from './customer.ts';
import { documentKinds, documents, photoQuality } from './documents.ts';
import { emails, endpointDisabledBecause, statusEmails } from './emails.ts';
import { errors, faultOutcomes } from './errors.ts';
import { input, lists } from './input.ts';
import { lifecycles } from './lifecycles.ts';
import { portal } from './portal/index.ts';
import { program } from './program.ts';
import { reasons } from './reasons.ts';
import { fileProblems, refusals } from './refusals.ts';
import { requirementCodes, requirements } from './requirements.ts';
import { ui } from './ui.ts';

/**
 * English, the first language: every sentence that a customer, a reader of an email or a caller of the API may see, as an
 * ICU message. The keys and the arguments of all other languages, and of the code, are checked against these.
 */
export const en = {
  actions,
  attempts,
  checks,
  documentKinds,
  documents,
  durations,
  emails,
  endpointDisabledBecause,
  errors,
  faultOutcomes,
  fileProblems,
  input,
  lifecycles,
  lists,
  onHold,
  photoQuality,
  portal,
  program,
  reasons,
  refusals,
  requirementCodes,
  requirements,
  statusEmails,
  statusHeadings,
  summaries,
  ui,
} as const;
