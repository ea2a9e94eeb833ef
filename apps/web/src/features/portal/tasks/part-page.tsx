import type { PortalSession, ProgramPage } from '@gatehouse/domain';
import { useLocale, useTranslations } from 'next-intl';
import { PageHeader } from '#ui/page-header.tsx';
import { PartForm } from '../form/part-form.tsx';
import { countries } from '../questions/countries.ts';
import type { Values } from '../questions/values.ts';
import { allNames, fromProfile } from '../questions/values.ts';
import { CHECK_HREF, PORTAL } from './addresses.ts';
import { hrefAfter } from './tasks.ts';

type PartPageProps = {
  readonly session: PortalSession;
  readonly part: ProgramPage;
  /** True when the customer changes one answer and then returns to the check page. */
  readonly fromCheck: boolean;
};

/** The page of one part of the profile. */
export function PartPage({ session, part, fromCheck }: PartPageProps) {
  const frame = useTranslations('portal.frame');
  const locale = useLocale();
  const { name, title, hint, questions } = part;
  const { customer, drafts } = session;
  const draft = drafts[name];
  const changed = questions.filter((question) => draft?.changedSince.some((field) => field === question.field));
  const hasCountries = questions.some((question) => question.inputs.some((input) => input.kind === 'country'));
  const isSingle = questions.length === 1;
  return (
    <>
      <PageHeader
        title={title}
        back={fromCheck ? { href: CHECK_HREF, label: frame('toCheck') } : { href: PORTAL, label: frame('toTasks') }}
      >
        <p aria-hidden={isSingle || undefined}>{hint}</p>
      </PageHeader>
      <PartForm
        key={name}
        part={name}
        title={title}
        hint={hint}
        questions={questions}
        countries={hasCountries ? countries(locale) : []}
        recorded={{ values: fromProfile(questions, customer.profile), version: customer.version }}
        draft={draft ? typed(draft.values) : null}
        changedSince={allNames(changed)}
        nextHref={fromCheck ? CHECK_HREF : hrefAfter(session, name)}
      />
    </>
  );
}

/** A draft may hold any values that a browser sent. Only strings can be shown in inputs. */
const typed = (values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
