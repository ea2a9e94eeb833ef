import { keepLogClean } from '@gatehouse/engine';
import { createLog } from '../log.ts';
import { runtime } from '../runtime.ts';
import { serve } from '../serve.ts';

// The web process without Next: its pages fail in the ways that Next's do, and need no build.

keepLogClean(createLog('info'));
const held = await runtime();
serve(held, async ({ url = '/' }, response) => {
  if (url === '/crash') void Promise.reject(new Error('canary'));
  try {
    await held.pages.read(() => held.engine.portal.peek(url.slice('/p/'.length)));
    response.end('a page');
  } catch (error) {
    // Next prints a page's error like this.
    console.error(error);
    console.error('⨯', String(error));
    process.emitWarning('canary');
    // Some pages fail after they have begun to be sent.
    response.writeHead(url.startsWith('/p/begun-') ? 200 : 500).end();
  }
});
