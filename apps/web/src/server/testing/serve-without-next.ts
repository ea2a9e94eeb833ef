import { keepLogClean } from '@gatehouse/engine';
import { createLog } from '../log.ts';
import { runtime } from '../runtime.ts';
import { serve } from '../serve.ts';

// The web process as it is, but for its pages: these break in the ways in which Next's do, and need no build.

keepLogClean(createLog('info'));
const held = await runtime();
serve(held, async ({ url = '/' }, response) => {
  if (url === '/crash') void Promise.reject(new Error('canary'));
  try {
    await held.pages.read(() => held.engine.portal.peek(url.slice('/p/'.length)));
    response.end('a page');
  } catch (error) {
    // What Next does with an error of a page.
    console.error(error);
    console.error('⨯', String(error));
    process.emitWarning('canary');
    // Some pages have begun to be sent when they fail.
    response.writeHead(url.startsWith('/p/begun-') ? 200 : 500).end();
  }
});
