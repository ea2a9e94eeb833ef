export { fileInspector } from './document/inspector.ts';
export { clamdScanner } from './malware/clamd.ts';
export { automaticProviders } from './registry.ts';
export { sandboxProvider } from './sandbox/provider.ts';
export { specimenDocument } from './specimen/specimen.ts';
