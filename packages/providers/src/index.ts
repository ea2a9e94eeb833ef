export { FILE_PROBLEMS, type FileProblem } from './document/file-problems.ts';
export { type Inspection, inspectFile, inspectImage } from './document/inspect.ts';
export { fileInspector } from './document/inspector.ts';
export { documentProvider } from './document/provider.ts';
export { clamdScanner } from './malware/clamd.ts';
export { profileProvider } from './profile/provider.ts';
export { type AutomaticKind, type AutomaticProviders, automaticProviders } from './registry.ts';
export { SLOW_ANSWER_AFTER, sandboxProvider } from './sandbox/provider.ts';
export { type SpecimenRequest, specimenDocument } from './specimen/specimen.ts';
