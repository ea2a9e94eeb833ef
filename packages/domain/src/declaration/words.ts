/** The words that a customer declares, by version. A stored declaration names its version, so old words stay here. */
export const DECLARATIONS = {
  '2026-11':
    'I confirm that what I have given is true and complete, that I act for myself, and that I agree to it being checked.',
} as const;
export type DeclarationVersion = keyof typeof DECLARATIONS;
export const CURRENT_DECLARATION: DeclarationVersion = '2026-11';
