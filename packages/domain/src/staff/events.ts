/** What can happen to an account at the desk, or be done from it to a partner’s endpoints, as its history keeps it, and in words. */
export const STAFF_EVENTS = {
  created: 'Account made',
  renamed: 'Renamed',
  roleChanged: 'Role changed',
  disabled: 'Disabled',
  enabled: 'Enabled again',
  passwordSet: 'Password set',
  factorEnrolled: 'Second factor set up',
  factorReset: 'Second factor reset',
  sessionsEnded: 'Signed out everywhere',
  signedInElsewhere: 'Signed in from a new network',
  endpointEnabled: 'Enabled a webhook endpoint',
  deliverySentAgain: 'Sent a delivery again',
} as const;

export type StaffEvent = keyof typeof STAFF_EVENTS;
