import { connect } from '@gatehouse/db';
import { type CuttingProxy, cuttingProxy } from '@gatehouse/db/testing';
import { createEngine, type Engine } from '../engine.ts';
import type { World } from './world.ts';

/** Makes a second engine over a world's database whose connections a test can break: see `CuttingProxy.cut`. */
export async function cutOff(
  world: World,
): Promise<{ readonly engine: Engine; readonly cut: CuttingProxy['cut']; close(): Promise<void> }> {
  const proxy = await cuttingProxy(world.databaseUrl);
  const { sql, db } = connect(proxy.url, { max: 3 });
  return {
    engine: createEngine({ ...world.deps, sql, db }),
    cut: proxy.cut,
    async close() {
      // With a timeout, the driver would wait for the answers that were cut off.
      await sql.end({ timeout: 0 });
      await proxy.close();
    },
  };
}
