import { labelOf } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * A page to keep or to print that says that somebody was verified, by whom, and which of their details were compared with
 * a document. It names the person and holds nothing else of theirs: no address, no number, no document.
 */
export function confirmationPage(session: PortalSession, now: Date): string {
  const { partner, customer, verifiedAt, verified, program } = session;
  const { identifiedBy } = program;
  const isKnown = identifiedBy.length > 0 && identifiedBy.every((field) => verified.includes(field));
  const since = verifiedAt ? dates.format(Date.parse(verifiedAt)) : '';
  const rows = [
    ['Name', customer.displayName],
    ['Verified for', partner.name],
    ['Verified since', since],
    ['Compared with documents', verified.map((field) => labelOf(program, field)).join(', ') || 'Nothing'],
    ['Reference', customer.id],
    ['Printed on', dates.format(now)],
  ].map(([term, value]) => `<tr><th scope="row">${escaped(term)}</th><td>${escaped(value)}</td></tr>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Confirmation of verification</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #17212b; }
h1 { font-size: 2rem; line-height: 1.25; }
table { border-collapse: collapse; width: 100%; margin: 2rem 0; }
th, td { text-align: left; padding: .5rem 0; border-bottom: 1px solid #d8dee5; vertical-align: top; }
th { width: 40%; }
</style>
</head>
<body>
<h1>Confirmation of verification</h1>
<p>${isKnown ? 'The identity of the person named here was verified.' : 'The person named here passed the checks. Their details were not compared with a document.'}</p>
<table>${rows.join('')}</table>
<p>It says what was so on the day of printing. For the present state, ask ${escaped(partner.name)} at ${escaped(partner.supportEmail)}.</p>
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
