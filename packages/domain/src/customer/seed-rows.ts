/**
 * The transition summary of the published specification, word for word. It is separate from the declaration, so that a
 * test shows where they differ. `ours` holds our sentence for a trigger where it differs.
 */
export const SEED_ROWS = [
  {
    from: 'CREATED',
    to: 'UNDER_REVIEW',
    trigger: 'Verification submission',
    ours: 'Verification submission',
    automatic: 'Yes',
  },
  { from: 'UNDER_REVIEW', to: 'ACTIVE', trigger: 'All checks passed', ours: 'All checks passed', automatic: 'Yes' },
  {
    from: 'UNDER_REVIEW',
    to: 'NEEDS_ADDITIONAL_INFORMATION',
    trigger: 'Provider requests more info',
    ours: 'A provider, or a reviewer, asks for more',
    automatic: 'Yes',
  },
  {
    from: 'NEEDS_ADDITIONAL_INFORMATION',
    to: 'UNDER_REVIEW',
    trigger: 'Customer updates data',
    ours: 'The customer’s update satisfies the request',
    automatic: 'Yes',
  },
  {
    from: 'NEEDS_ADDITIONAL_INFORMATION',
    to: 'REJECTED',
    trigger: 'Irrecoverable failure',
    ours: 'Irrecoverable failure',
    automatic: 'Manual',
  },
  {
    from: 'ACTIVE',
    to: 'DEACTIVATED',
    trigger: 'Administrative action',
    ours: 'Administrative action',
    automatic: 'Manual',
  },
  { from: 'ACTIVE', to: 'REJECTED', trigger: 'Post-approval issues', ours: 'Post-approval issue', automatic: 'Manual' },
] as const;

/** The specification's overview: the six statuses in its order, and whether data can be updated in each. */
export const SEED_STATUSES = [
  { status: 'CREATED', canUpdate: 'Yes' },
  { status: 'UNDER_REVIEW', canUpdate: 'No' },
  { status: 'NEEDS_ADDITIONAL_INFORMATION', canUpdate: 'Yes' },
  { status: 'ACTIVE', canUpdate: 'No' },
  { status: 'REJECTED', canUpdate: 'No' },
  { status: 'DEACTIVATED', canUpdate: 'No' },
] as const;
