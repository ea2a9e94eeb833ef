import type { IncomingMessage } from 'node:http';
import { type Message, message, Refusal } from '@gatehouse/domain';

/** The limits for discarding an unread body, in bytes and in milliseconds. */
const MOST_DISCARDED = 32 * 1024 * 1024;
const LONGEST_DISCARD = 10_000;

/** Reads a body up to a limit in bytes. @throws TOO_LARGE, with the given message, before more is held in memory. */
export async function readCapped(request: Request, limit: number, says: Message): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Refusal('TOO_LARGE', { says });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of partsOf(request)) {
    size += part.byteLength;
    if (size > limit) throw new Refusal('TOO_LARGE', { says });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Streams the body. A client that disconnects in the middle is not a fault. */
async function* partsOf(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.body ?? [];
  } catch {
    throw new Refusal('INVALID_INPUT', {
      says: message('refusals.request.endedEarly'),
      hint: message('refusals.request.sendAgain'),
    });
  }
}

/**
 * Reads the rest of a body and discards it. Closing a connection with unread data resets it, and the client would lose
 * the answer.
 */
export async function discardRest(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, LONGEST_DISCARD);
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.byteLength;
      if (size > MOST_DISCARDED) resolve();
    });
    request.once('error', () => resolve());
    request.once('close', () => {
      clearTimeout(late);
      resolve();
    });
    request.resume();
  });
}
