import type { PortalSession } from '@gatehouse/engine';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * A page to keep or to print that says that somebody was verified, and by whom. It names the person and nothing that was
 * checked: no address, no number, no document.
 */
export function confirmationPage(session: PortalSession, now: Date): string {
  const { partner, customer, verifiedAt } = session;
  const since = verifiedAt ? dates.format(Date.parse(verifiedAt)) : '';
  const rows = [
    ['Name', customer.displayName],
    ['Verified for', partner.name],
    ['Verified since', since],
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
<p>The identity of the person named here was verified.</p>
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
