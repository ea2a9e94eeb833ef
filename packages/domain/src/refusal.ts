import { ERRORS, type ErrorCode, type ErrorData, type FaultOutcome, type FieldIssue } from './errors.ts';
import { ENGLISH, type Language, say } from './messages/language.ts';
import { type Message, type MessageKey, message } from './messages/message.ts';
import { type InputIssue, messageOfIssue } from './messages/of-issue.ts';

/** What a refusal carries for programs, while its sentences have no language yet. */
type RefusalData = Omit<ErrorData, 'issues'> & { readonly issues?: readonly FieldIssue<Message>[] };

/** What to do about a refusal: a hint that points at the data when what it points at is there. */
function hintOf(code: ErrorCode, data: RefusalData): Message {
  const { pointsAt }: { readonly http: number; readonly pointsAt?: keyof ErrorData } = ERRORS[code];
  if (!pointsAt || !isThere(data[pointsAt])) return message(`errors.${code}.hint`);
  // The table names only what the catalogue has words for.
  return { key: `errors.${code}.hintWith.${pointsAt}` as MessageKey };
}

const isThere = (value: RefusalData[keyof RefusalData]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined;

type Reason = {
  /** Why, where the place that refuses knows better words than those of the code. */
  readonly says?: Message | undefined;
  /** What to do about it, likewise. */
  readonly hint?: Message;
  readonly data?: RefusalData;
  /** The fault that this refusal stands for. */
  readonly cause?: unknown;
};

/**
 * A refusal: a code, a reason with its parameters, and no language. `sayRefusal` gives it words where it leaves. Everything
 * that is not one of these is a fault, and is answered as INTERNAL without its text. As an error it speaks English.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly says: Message;
  readonly hint: Message;
  readonly data: RefusalData;

  constructor(code: ErrorCode, { says = message(`errors.${code}.message`), hint, data = {}, ...cause }: Reason = {}) {
    super(say(ENGLISH, says), cause);
    this.code = code;
    this.says = says;
    this.data = data;
    this.hint = hint ?? hintOf(code, data);
  }

  /** The refusal of an input with problems that the engine found. It says the first one. */
  static ofFields(issues: readonly FieldIssue<Message>[]): Refusal {
    return new Refusal('INVALID_INPUT', { says: issues[0]?.message, data: { issues } });
  }

  /**
   * The refusal of an input whose shape is wrong, with every problem that a schema found in it.
   * @param input what the schema was given.
   */
  static ofInput(problems: readonly InputIssue[], input: unknown): Refusal {
    const issues = problems.map((issue) => ({ path: issue.path.join('.'), message: messageOfIssue(issue, input) }));
    return new Refusal('INVALID_INPUT', {
      says: issues.length === 1 ? issues[0]?.message : undefined,
      data: { issues },
    });
  }
}

/** The refusal that answers a fault. The fault itself is its cause, for the log, and never part of an answer. It claims no more than is known. */
export function faultRefusal(code: 'INTERNAL' | 'UNAVAILABLE', outcome: FaultOutcome, cause: unknown): Refusal {
  const words = (kind: 'message' | 'hint'): Message =>
    message(`refusals.fault.${kind}`, {
      fault: message(`errors.${code}.${kind}`),
      outcome: message(`faultOutcomes.${outcome}.${kind}`),
    });
  return new Refusal(code, { says: words('message'), hint: words('hint'), data: { outcome }, cause });
}

/** A refusal in words, as it leaves. */
export function sayRefusal(
  { says, hint, data }: Refusal,
  language: Language,
): { readonly message: string; readonly hint: string; readonly data: ErrorData } {
  const { issues, ...rest } = data;
  return {
    message: say(language, says),
    hint: say(language, hint),
    data: issues
      ? { ...rest, issues: issues.map(({ path, message: words }) => ({ path, message: say(language, words) })) }
      : rest,
  };
}

/** Told by name and not by class, because a bundled page and the server each hold their own copy of this module. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal' && 'code' in error && String(error.code) in ERRORS;
