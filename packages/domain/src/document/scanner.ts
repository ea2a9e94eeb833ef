/** The port that looks for malware in a file before anything opens it. */
export interface MalwareScanner {
  /** @throws Refusal UNSUPPORTED_FILE when something is found, and UNAVAILABLE when the scan fails. */
  scan(bytes: Uint8Array): Promise<void>;
  /** Checks that the scanner answers. @throws an error that says why it does not. */
  ping(): Promise<void>;
}
