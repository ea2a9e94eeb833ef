import { INDIVIDUAL_PARTS, type IndividualField, type IndividualPart, type IndividualProfile } from '@gatehouse/domain';
import { DescriptionList } from '#ui/description-list.tsx';
import { answerOf } from './answers.tsx';
import { questionsOf } from './questions.ts';

type GivenAnswersProps = {
  /** The fields to show, each with its answer; without it all, also those that were left empty. */
  readonly only?: readonly IndividualField[];
  readonly profile: IndividualProfile;
  /** Where each part is changed; without it the answers are only read. */
  readonly changeHref?: (part: IndividualPart) => string;
};

/** Everything somebody has answered, in the order in which it was asked. */
export function GivenAnswers({ profile, changeHref, only }: GivenAnswersProps) {
  const parts = Object.keys(INDIVIDUAL_PARTS) as IndividualPart[];
  const items = parts.flatMap((part) =>
    questionsOf(part)
      .filter(({ field }) => !only || only.some((each) => each === field))
      .map((question) => ({
        term: question.label,
        value: answerOf(question, profile),
        ...(changeHref ? { changeHref: changeHref(part) } : {}),
      })),
  );
  return <DescriptionList items={items} />;
}
