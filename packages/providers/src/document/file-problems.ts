import { type ErrorCode, FILE_RULES, type QualityWarning, type RequirementCode } from '@gatehouse/domain';

type Problem = {
  /** What is wrong, for the customer and for the desk. */
  readonly sentence: string;
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
  unsupported: { sentence: 'The file is no JPEG, PNG or PDF.', code: 'DOCUMENT_UNSUPPORTED', upload: UNSUPPORTED },
  tooFewBytes: {
    sentence: `The file is smaller than ${kilobytes} KB.`,
    code: 'DOCUMENT_NUMBER_UNREADABLE',
    upload: UNSUPPORTED,
  },
  tooManyBytes: {
    sentence: `The file is larger than ${megabytes} MB.`,
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  tooFewPixels: {
    sentence: `The picture is smaller than ${FILE_RULES.minPixels} by ${FILE_RULES.minPixels} pixels.`,
    code: 'DOCUMENT_NUMBER_UNREADABLE',
    upload: UNSUPPORTED,
  },
  tooManyPixels: {
    sentence: `The picture has more than ${megapixels} million pixels.`,
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  damaged: {
    sentence: 'The file is damaged and cannot be opened.',
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  encrypted: {
    sentence: 'The PDF is locked: it is encrypted or needs a password.',
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  tooManyPages: {
    sentence: `The PDF has more than ${FILE_RULES.maxPages} pages.`,
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  tooHeavy: {
    sentence: 'The PDF takes too much memory or time to open.',
    code: 'DOCUMENT_UNSUPPORTED',
    upload: TOO_LARGE,
  },
  active: {
    sentence:
      'The PDF holds a script, starts something by itself, or has links to other things than web pages. Print it to a new PDF, or send a photo.',
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  attachments: {
    sentence: 'The PDF has other files attached to it. Print it to a new PDF, or send a photo.',
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  dynamicForm: {
    sentence: 'The PDF is a form that only some programs can show. Print it to a new PDF, or send a photo.',
    code: 'DOCUMENT_UNSUPPORTED',
    upload: UNSUPPORTED,
  },
  blank: { sentence: 'The picture shows nothing.', code: 'side', upload: { warn: 'blank' } },
  blurred: { sentence: 'The picture is blurred.', code: 'DOCUMENT_BLURRED', upload: { warn: 'blurred' } },
} as const satisfies Record<string, Problem>;

export type FileProblem = keyof typeof FILE_PROBLEMS;
