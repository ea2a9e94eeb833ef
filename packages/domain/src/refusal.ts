import { ERRORS, type ErrorCode, type ErrorData, type FaultOutcome, type FieldIssue } from './errors.ts';
import { ENGLISH, type Language, say } from './messages/language.ts';
import { type Message, type MessageKey, message } from './messages/message.ts';
import { type InputIssue, messageOfIssue } from './messages/of-issue.ts';

/** The data of a refusal, whose messages have no language yet. */
type RefusalData = Omit<ErrorData, 'issues'> & { readonly issues?: readonly FieldIssue<Message>[] };

/** The hint of a refusal. It points at the data when the key is there. */
function hintOf(code: ErrorCode, data: RefusalData): Message {
  const { pointsAt }: { readonly http: number; readonly pointsAt?: keyof ErrorData } = ERRORS[code];
  if (!pointsAt || !isThere(data[pointsAt])) return message(`errors.${code}.hint`);
  // The compiler holds that the catalogue has every hint in the table.
  return { key: `errors.${code}.hintWith.${pointsAt}` as MessageKey };
}

const isThere = (value: RefusalData[keyof RefusalData]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined;

type Reason = {
  /** The reason, where it is more exact than the code's message. */
  readonly says?: Message | undefined;
  /** The hint, where it is more exact than the code's. */
  readonly hint?: Message;
  readonly data?: RefusalData;
  /** The fault that this refusal stands for. */
  readonly cause?: unknown;
};

/**
 * A refusal: a code and a reason with its parameters. `sayRefusal` says it in a language at the edge. Every other error is
 * a fault and is answered as INTERNAL without its text. `Error.message` is English, for logs.
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

  /** Refuses an input in which the engine found problems. The message is the first one. */
  static ofFields(issues: readonly FieldIssue<Message>[]): Refusal {
    return new Refusal('INVALID_INPUT', { says: issues[0]?.message, data: { issues } });
  }

  /**
   * Refuses an input of the wrong shape, with every problem that the schema found.
   * @param input the value that the schema parsed.
   */
  static ofInput(problems: readonly InputIssue[], input: unknown): Refusal {
    const issues = problems.map((issue) => ({ path: issue.path.join('.'), message: messageOfIssue(issue, input) }));
    return new Refusal('INVALID_INPUT', {
      says: issues.length === 1 ? issues[0]?.message : undefined,
      data: { issues },
    });
  }
}

/** The refusal that answers a fault. The fault is its cause, for the log, and never part of an answer. */
export function faultRefusal(code: 'INTERNAL' | 'UNAVAILABLE', outcome: FaultOutcome, cause: unknown): Refusal {
  const words = (kind: 'message' | 'hint'): Message =>
    message(`refusals.fault.${kind}`, {
      fault: message(`errors.${code}.${kind}`),
      outcome: message(`faultOutcomes.${outcome}.${kind}`),
    });
  return new Refusal(code, { says: words('message'), hint: words('hint'), data: { outcome }, cause });
}

/** A refusal in one language, as it is answered. */
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

/** Compares the name and not the class: a bundled page and the server each have their own copy of this module. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal' && 'code' in error && String(error.code) in ERRORS;
