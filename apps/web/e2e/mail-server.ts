import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine, which stores the received emails. */
export class MailServer {
  readonly #emails: string[] = [];
  readonly #server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        this.#emails.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });

  /** @returns its URL for SMTP_URL. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.server.address() as { port: number }).port}`;
  }

  /** The emails to an address, oldest first. */
  emailsTo(address: string): string[] {
    return this.#emails.filter((each) => each.includes(`To: ${address}`));
  }

  /** Waits for the newest email to an address and returns its portal link. Quoted-printable breaks long lines. */
  linkFor(address: string): string | undefined {
    const email = this.emailsTo(address)
      .at(-1)
      ?.replaceAll(/=\r?\n/g, '');
    return /https?:\S+\/p\/\S+/.exec(email ?? '')?.[0];
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
