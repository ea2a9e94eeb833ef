import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answeredWithin } from '@gatehouse/api';
import { faultRefusal } from '@gatehouse/domain';
import { answerFor } from '@gatehouse/engine';

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Pages = {
  /** Answers a page's request by `render`, with 503 when the database is unavailable. */
  answer(render: PageHandler, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Reads for the page that is being rendered. @throws UNAVAILABLE when the database is unreachable or too slow. */
  read<T>(work: () => Promise<T>): Promise<T>;
};

/** How long the database may take to answer a ping before a page is rendered, in milliseconds. */
const SIGN_OF_LIFE = 5_000;

/**
 * Tracks database failures while a page is rendered. Next answers a failed page with 500, or with 200 when it has
 * already begun to send. So the database is pinged first, and the status is corrected when it is sent.
 *
 * @param ask pings the database.
 * @param within the time limit of reading, in milliseconds.
 */
export function createPages(ask: () => Promise<unknown>, within: number): Pages {
  const rendering = new AsyncLocalStorage<{ isThere: boolean; missed: boolean }>();
  return {
    async answer(render, request, response) {
      // Static files need no database.
      if (request.url?.startsWith('/_next/')) return render(request, response);
      const isThere = await answeredWithin(SIGN_OF_LIFE, 'UNCHANGED', ask()).then(
        () => true,
        () => false,
      );
      const page = { isThere, missed: false };
      // A page that the browser's router requests shows the failure itself. Another status would reload the page, and
      // typed text would be lost.
      if (!request.headers.rsc) correctStatus(response, () => page.missed);
      await rendering.run(page, () => render(request, response));
    },
    async read(work) {
      const page = rendering.getStore();
      try {
        if (page?.isThere === false) throw faultRefusal('UNAVAILABLE', 'UNCHANGED', new Error('No sign of life.'));
        return await answeredWithin(within, 'UNCHANGED', work());
      } catch (error) {
        if (page && answerFor(error, 'UNCHANGED').code === 'UNAVAILABLE') page.missed = true;
        throw error;
      }
    },
  };
}

function correctStatus(response: ServerResponse, missed: () => boolean): void {
  const write = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    write(missed() && (status === 200 || status === 500) ? 503 : status, ...rest);
}
