import type { FieldQuestion } from '@gatehouse/domain';
import type { FieldError } from '#ui/error-summary.tsx';
import type { Values } from './values.ts';
import { isBlank } from './values.ts';

type Issue = { readonly path: string; readonly message: string };

/**
 * The server's issues, each with its input and in the order of the page. An empty input gets a message that also makes
 * sense in the error summary. Issues without an input are returned as `others`.
 */
export function fieldErrors(
  questions: readonly FieldQuestion[],
  values: Values,
  issues: readonly Issue[],
): { errors: FieldError[]; others: string[] } {
  const inputs = questions.flatMap((question) => question.inputs.map((input) => ({ question, input })));
  const located = issues.map((issue) => {
    const path = issue.path.replace(/^profile\./, '');
    const index = inputs.findIndex(({ question, input }) => input.name === path || question.field === path);
    return { index, message: issue.message };
  });
  const errors = inputs.flatMap(({ input }, index): FieldError[] => {
    const found = located.find((each) => each.index === index);
    if (!found) return [];
    const message = input.saidHere?.[found.message] ?? found.message;
    return [{ field: input.name, label: input.label, message: isBlank(input, values) ? input.missing : message }];
  });
  return { errors, others: located.filter((each) => each.index < 0).map((each) => each.message) };
}
