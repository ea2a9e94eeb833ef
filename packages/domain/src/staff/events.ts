/** The events in the history of a desk account, including its actions on partners’ endpoints, with labels. */
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
