export { pdfOf } from '@gatehouse/providers/testing';
export {
  completeCustomer,
  createdCustomer,
  heldDocument,
  idOf,
  specimenBytes,
  uploadDocument,
} from './customers.ts';
export { cutOff } from './cut-off.ts';
export { drain } from './drain.ts';
export { INSTALLATIONS, type RestoredInstallation, readInstallation, restoreInstallation } from './installation.ts';
export { customerIn } from './statuses.ts';
export { cutOffEntry, liftGuards, rewriteChain } from './tampering.ts';
export { transition } from './transition.ts';
export { createWorld, portalOf, type World } from './world.ts';
