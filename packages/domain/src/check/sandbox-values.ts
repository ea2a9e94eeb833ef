type SandboxValue = {
  /** The label of the simulator's choice. */
  readonly label: string;
  /** The family name that triggers it, regardless of case and surrounding spaces. */
  readonly familyName: string;
  /** The effect, for the docs and the simulator. */
  readonly happens: string;
};

/**
 * The magic values of the sandbox vendor, like a card network's test numbers: in TEST the customer's family name decides
 * what the vendor answers, and every other name passes. The vendor, the docs and the simulator read this table.
 */
export const SANDBOX_VALUES = {
  inquire: {
    label: 'Asks for more, once',
    familyName: 'Inquire',
    happens:
      'Asks for a sharper identity document and a proof of address at the first submission, and passes from the second.',
  },
  flagged: { label: 'Flagged', familyName: 'Flagged', happens: 'Is flagged, so that a person must look.' },
  failing: { label: 'Fails', familyName: 'Failing', happens: 'Fails, so that a person decides what follows.' },
  unreachable: {
    label: 'Vendor unreachable',
    familyName: 'Unreachable',
    happens: 'The vendor does not answer; it is asked again, and after the last try a person must look.',
  },
  slow: { label: 'Slow', familyName: 'Slow', happens: 'Takes about three seconds, and then passes.' },
} as const satisfies Record<string, SandboxValue>;

export type SandboxBehaviour = keyof typeof SANDBOX_VALUES;

/** The behaviour of the sandbox vendor for this family name; null means that it passes. */
export function sandboxBehaviour(familyName: string | undefined): SandboxBehaviour | null {
  const typed = familyName?.trim().toLowerCase();
  const behaviours = Object.keys(SANDBOX_VALUES) as SandboxBehaviour[];
  return behaviours.find((behaviour) => SANDBOX_VALUES[behaviour].familyName.toLowerCase() === typed) ?? null;
}
