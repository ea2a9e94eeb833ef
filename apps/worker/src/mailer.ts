import type { Mailer } from '@gatehouse/engine';
import { createTransport } from 'nodemailer';

/**
 * The evaluation's side of the mail port: an email counts as sent when it lies in the mailbox page, where it already is.
 * Nothing leaves the machine.
 */
export const mailboxMailer: Mailer = { send: async () => {} };

const TIMEOUT = 20_000;

/** Sends emails over SMTP. The reference becomes the message's id, by which a receiving server knows a repeat. */
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
