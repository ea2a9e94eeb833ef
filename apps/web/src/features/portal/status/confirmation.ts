import type { PortalSession } from '@gatehouse/domain';
import { labelOf } from '@gatehouse/domain';
import { directionOf } from '#lib/direction.ts';
import type { Formatter, Translator } from '#lib/translator.ts';

type Said = {
  readonly t: Translator;
  readonly format: Formatter;
  readonly locale: string;
};

/**
 * A page to keep or to print that confirms the verification: by whom, and which fields were compared with a document.
 * Of the person's data it holds only the name.
 */
export function confirmationPage(session: PortalSession, now: Date, { t, format, locale }: Said): string {
  const { partner, customer, verifiedAt, verified, program } = session;
  const { identifiedBy } = program;
  const isKnown = identifiedBy.length > 0 && identifiedBy.every((field) => verified.includes(field));
  const date = (at: number) => format.dateTime(at, { dateStyle: 'long', timeZone: 'UTC' });
  const labels = verified.map((field) => labelOf(program, field));
  const compared = format.list(labels, { type: 'unit' });
  const rows = [
    [t('portal.confirmation.name'), customer.displayName],
    [t('portal.confirmation.partner'), partner.name],
    [t('portal.confirmation.since'), verifiedAt ? date(Date.parse(verifiedAt)) : ''],
    [t('portal.confirmation.compared'), compared || t('portal.confirmation.nothing')],
    [t('portal.confirmation.reference'), customer.id],
    [t('portal.confirmation.printed'), date(now.getTime())],
  ].map(([term, value]) => `<tr><th scope="row">${escaped(term)}</th><td>${escaped(value)}</td></tr>`);
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('portal.confirmation.title'))}</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #17212b; }
h1 { font-size: 2rem; line-height: 1.25; }
table { border-collapse: collapse; width: 100%; margin: 2rem 0; }
th, td { text-align: start; padding: .5rem 0; border-bottom: 1px solid #d8dee5; vertical-align: top; }
th { width: 40%; }
</style>
</head>
<body>
<h1>${escaped(t('portal.confirmation.title'))}</h1>
<p>${escaped(t(`portal.confirmation.${isKnown ? 'verified' : 'passed'}`))}</p>
<table>${rows.join('')}</table>
<p>${escaped(t('portal.confirmation.today', { partner: partner.name, email: partner.supportEmail }))}</p>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (value = ''): string => value.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
