import { INDIVIDUAL_PARTS, type IndividualPart, type IndividualProfile } from '@gatehouse/domain';
import { DescriptionList } from '#ui/description-list.tsx';
import { answerOf } from './answers.tsx';
import { questionsOf } from './questions.ts';

type GivenAnswersProps = {
  readonly profile: IndividualProfile;
  /** Where each part is changed; without it the answers are only read. */
  readonly changeHref?: (part: IndividualPart) => string;
};

/** Everything somebody has answered, page by page. */
export function GivenAnswers({ profile, changeHref }: GivenAnswersProps) {
  return (Object.keys(INDIVIDUAL_PARTS) as IndividualPart[]).map((part) => (
    <section key={part} aria-labelledby={`${part}-answers`} className="flex flex-col gap-tight">
      <h3 id={`${part}-answers`} className="font-semibold text-h3">
        {INDIVIDUAL_PARTS[part].title}
      </h3>
      <DescriptionList
        items={questionsOf(part).map((question) => ({
          term: question.label,
          value: answerOf(question, profile),
          ...(changeHref ? { changeHref: changeHref(part) } : {}),
        }))}
      />
    </section>
  ));
}
