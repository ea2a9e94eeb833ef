import type { TestProject } from 'vitest/node';
import { startTestServer } from './start-test-server.ts';

/** Vitest calls this before all database tests, and the returned function after the last of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer(async (adminUrl, appUrl) => {
    const { migrate } = await import('../migrate.ts');
    await migrate({ adminUrl, appUrl });
  });
  project.provide('testServer', server);
  return stop;
}
