import type { DemoContext } from './context.ts';
import type { Scenario } from './scenarios.ts';
import { idOf } from './steps.ts';

/** Plays a scene: the customer is created through the partner's app, and everything else happens to it in turn. */
export async function runScenario(stage: DemoContext, scene: Scenario): Promise<void> {
  const { engine, apps, clock } = stage;
  const { mode, externalId, givenNames, familyName } = scene;
  const app = apps[mode];
  clock.hoursAgo(scene.hoursAgo);
  const created = await engine.customers.create(app, {
    type: 'INDIVIDUAL',
    externalId,
    email: `${externalId}@example.com`,
    profile: { givenNames, familyName },
    metadata: { sample: 'yes' },
  });
  const role = { app, customerId: idOf('customer', created.id), givenNames, familyName };
  for (const act of scene.steps) await act(stage, role);
  clock.hoursAgo(0);
}
