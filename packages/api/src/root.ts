import { access } from './routers/access.ts';
import { customers } from './routers/customers.ts';
import { desk } from './routers/desk.ts';
import { documents } from './routers/documents.ts';
import { events } from './routers/events.ts';
import { lifecycle } from './routers/lifecycle.ts';
import { portal } from './routers/portal.ts';
import { portalLinks } from './routers/portal-links.ts';
import { requirements } from './routers/requirements.ts';
import { deliveries, webhookEndpoints } from './routers/webhooks.ts';
import { createCaller, router } from './trpc.ts';

/** The whole API, one router per noun. */
export const appRouter = router({
  access,
  customers,
  deliveries,
  desk,
  documents,
  events,
  lifecycle,
  portal,
  portalLinks,
  requirements,
  webhookEndpoints,
});

export type AppRouter = typeof appRouter;

/** Calls procedures within the process, for server-rendered pages. The same checks apply. */
export const callerFor = createCaller(appRouter);
