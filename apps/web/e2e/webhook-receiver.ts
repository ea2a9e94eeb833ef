import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

export type Received = {
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly data: Record<string, unknown>;
};

/**
 * The server of a partner. It receives webhooks over real HTTP and verifies them with the library of the standard, not
 * ours. It answers 400 to invalid ones and counts them.
 */
export class WebhookReceiver {
  readonly received: Received[] = [];
  refused = 0;
  #verifier: Webhook | null = null;
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      try {
        const event = this.#verifier?.verify(
          Buffer.concat(parts).toString(),
          request.headers as Record<string, string>,
        );
        this.received.push(event as Received);
        response.writeHead(204).end();
      } catch {
        this.refused += 1;
        response.writeHead(400).end();
      }
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}/webhooks`;
  }

  trust(secret: string): void {
    this.#verifier = new Webhook(secret);
  }

  /** The events of one customer in the order of their sequence, without duplicates. */
  about(customerId: string): Received[] {
    const own = new Map(
      this.received.filter((event) => event.data.customerId === customerId).map((event) => [event.id, event]),
    );
    return [...own.values()].sort((one, other) => one.sequence - other.sequence);
  }

  /** The customer's statuses according to the webhooks. */
  statuses(customerId: string): string[] {
    return this.about(customerId)
      .filter((event) => event.type === 'customer.status_changed')
      .map((event) => String(event.data.customerStatus));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
