import {
  type ErrorCode,
  FILE_RULES,
  type Message,
  message,
  type QualityWarning,
  type RequirementCode,
} from '@gatehouse/domain';

type Problem = {
  /** What is wrong, for the customer and for the desk. */
  readonly says: Message;
  /** What is asked for. `side` stands for the missing front or back: a picture of nothing is no picture of that side. */
  readonly code: RequirementCode | 'side';
  /** How an upload is refused at once, or the warning with which it is taken. */
  readonly upload: { readonly refuse: ErrorCode } | { readonly warn: QualityWarning };
};

const megabytes = FILE_RULES.maxBytes / 1024 / 1024;
const kilobytes = FILE_RULES.minBytes / 1024;
const megapixels = FILE_RULES.maxPixels / 1_000_000;

const UNSUPPORTED = { refuse: 'UNSUPPORTED_FILE' } as const;
const TOO_LARGE = { refuse: 'TOO_LARGE' } as const;

/** Everything that can be wrong with a file. The upload, the check and the docs read this table. */
export const FILE_PROBLEMS = {
  unsupported: { says: message('fileProblems.unsupported'), code: 'DOCUMENT_UNSUPPORTED', upload: UNSUPPORTED },
  tooFewBytes: {
    says: message('fileProblems.tooFewBytes', { kilobytes }),
    code: 'DOCUMENT_NUMBER_UNREADABLE',
    upload: UNSUPPORTED,
  },
  tooManyBytes: {
    says: message('fileProblems.tooManyBytes', { megabytes }),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  tooFewPixels: {
    says: message('fileProblems.tooFewPixels', { pixels: FILE_RULES.minPixels }),
    code: 'DOCUMENT_NUMBER_UNREADABLE',
    upload: UNSUPPORTED,
  },
  tooManyPixels: {
    says: message('fileProblems.tooManyPixels', { megapixels }),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  damaged: {
    says: message('fileProblems.damaged'),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  encrypted: {
    says: message('fileProblems.encrypted'),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  tooManyPages: {
    says: message('fileProblems.tooManyPages', { pages: FILE_RULES.maxPages }),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  tooHeavy: {
    says: message('fileProblems.tooHeavy'),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  active: {
    says: message('fileProblems.active'),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  attachments: {
    says: message('fileProblems.attachments'),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  dynamicForm: {
    says: message('fileProblems.dynamicForm'),
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  blank: { says: message('fileProblems.blank'), code: 'side', upload: { warn: 'blank' } },
  blurred: { says: message('fileProblems.blurred'), code: 'DOCUMENT_BLURRED', upload: { warn: 'blurred' } },
} as const satisfies Record<string, Problem>;

export type FileProblem = keyof typeof FILE_PROBLEMS;
