import type { PortalSession } from '@gatehouse/domain';
import { useFormatter } from 'next-intl';
import { DescriptionList } from '#ui/description-list.tsx';
import { answerOf } from './answers.tsx';

type GivenAnswersProps = {
  /** The fields to show. By default all, including empty ones. */
  readonly only?: readonly string[];
  readonly session: PortalSession;
  /** The URL to change each part. Without it, the answers are read-only. */
  readonly changeHref?: (page: string) => string;
};

/** All answers in the order of the questions. */
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
