/** What is being checked, as the customer reads it while they wait. */
export const checks = {
  profile: 'Your details',
  document: 'Your documents',
  identity: 'Identity records',
  /** Asked of the sandbox, which knows nobody. */
  identityInTest: 'Identity records (test)',
  manual: 'A person looks at your case',
} as const;
