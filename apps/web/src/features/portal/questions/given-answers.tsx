import type { PortalSession } from '@gatehouse/domain';
import { useFormatter } from 'next-intl';
import { DescriptionList } from '#ui/description-list.tsx';
import { answerOf } from './answers.tsx';

type GivenAnswersProps = {
  /** The fields to show, each with its answer; without it all, also those that were left empty. */
  readonly only?: readonly string[];
  readonly session: PortalSession;
  /** Where each part is changed; without it the answers are only read. */
  readonly changeHref?: (page: string) => string;
};

/** Everything somebody has answered, in the order in which it was asked. */
export function GivenAnswers({ session: { program, customer }, changeHref, only }: GivenAnswersProps) {
  const format = useFormatter();
  const items = program.pages.flatMap(({ name, questions }) =>
    questions
      .filter(({ field }) => !only || only.some((each) => each === field))
      .map((question) => ({
        term: question.label,
        value: answerOf(question, customer.profile, format),
        ...(changeHref ? { changeHref: changeHref(name) } : {}),
      })),
  );
  return <DescriptionList items={items} />;
}
