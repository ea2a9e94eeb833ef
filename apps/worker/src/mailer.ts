import type { Mailer } from '@gatehouse/engine';
import { createTransport } from 'nodemailer';

/**
 * The mailer of an evaluation. It sends nothing, because the mailbox page already shows the email.
 */
export const mailboxMailer: Mailer = { send: async () => {} };

const TIMEOUT = 20_000;

/** Sends emails over SMTP. The reference becomes the message id, so that a receiving server can detect duplicates. */
export function smtpMailer(url: string, from: string): Mailer & { close(): void } {
  const transport = createTransport(url, { from, connectionTimeout: TIMEOUT, socketTimeout: TIMEOUT } as object);
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'gatehouse.invalid';
  return {
    async send({ to, subject, text }, reference) {
      await transport.sendMail({ from, to, subject, text, messageId: `<${reference}@${domain}>` });
    },
    close: () => transport.close(),
  };
}
