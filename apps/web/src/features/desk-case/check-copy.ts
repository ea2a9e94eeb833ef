import type { CheckStatus, RequirementStatus, RunOutcome, RunPurpose, StatusIcon, Tone } from '@gatehouse/domain';

/** The look of each verdict. Its label comes from the lifecycle. */
export const CHECK_LOOK = {
  PENDING: { tone: 'progress', icon: 'clock' },
  PASSED: { tone: 'success', icon: 'check' },
  NEEDS_INFORMATION: { tone: 'attention', icon: 'reply' },
  FLAGGED: { tone: 'attention', icon: 'octagon' },
  FAILED: { tone: 'refused', icon: 'octagon' },
  ERRORED: { tone: 'attention', icon: 'pause' },
} as const satisfies Record<CheckStatus, { tone: Tone; icon: StatusIcon }>;

export const REQUIREMENT_LOOK = {
  OPEN: { tone: 'attention', icon: 'reply' },
  ANSWERED: { tone: 'progress', icon: 'clock' },
  ACCEPTED: { tone: 'success', icon: 'check' },
  WITHDRAWN: { tone: 'closed', icon: 'pause' },
} as const satisfies Record<RequirementStatus, { tone: Tone; icon: StatusIcon }>;

/** The title of a run: its purpose, and the number of the attempt where there can be several. */
const PURPOSES = {
  SUBMISSION: (attempt) => `Submission ${attempt}`,
  CHANGE_REQUEST: () => 'Change request',
  REACTIVATION: () => 'Reactivation',
  MONITORING: () => 'Monitoring',
} as const satisfies Record<RunPurpose, (attempt: number) => string>;

export const runTitle = ({ purpose, attempt }: { purpose: RunPurpose; attempt: number }): string =>
  PURPOSES[purpose](attempt);

const OUTCOMES = {
  approved: 'Approved',
  informationRequested: 'Information requested',
  rejected: 'Rejected',
  reactivated: 'Reactivated',
  notPassed: 'Not passed',
} as const satisfies Record<RunOutcome, string>;

/** The label of a run's outcome; empty while it is open. */
export const outcomeLabel = (outcome: RunOutcome | null): string => (outcome ? OUTCOMES[outcome] : '');
