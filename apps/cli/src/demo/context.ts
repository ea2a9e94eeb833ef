import { type Actor, later, type Mode, type RealTime } from '@gatehouse/domain';
import { type Assembled, assemble, type Engine, readKeys, realClock } from '@gatehouse/engine';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import type { DemoStaffName } from './people.ts';
import type { Queue } from './run-checks.ts';

export type App = Extract<Actor, { kind: 'app' }>;
export type Staff = Extract<Actor, { kind: 'staff' }>;

/** The context of the scenarios: the real engine with a clock that can be set back, and the actors. */
export type DemoContext = {
  readonly engine: Engine;
  readonly queue: Queue;
  readonly apps: Readonly<Record<Mode, App>>;
  readonly staff: Readonly<Record<DemoStaffName, Staff>>;
  readonly clock: Clock;
};

const HOUR = 3600_000;

/** A clock that shows the present or an earlier time. It is never ahead of the present. */
export class Clock {
  #behind = 0;
  readonly now = (): RealTime => later(realClock(), -this.#behind);

  hoursAgo(hours: number): void {
    this.#behind = hours * HOUR;
  }
  later(hours: number): void {
    this.#behind = Math.max(0, this.#behind - hours * HOUR);
  }
}

export type EngineParts = {
  readonly appUrl: string;
  readonly keys: string;
  readonly filesFolder: string;
  readonly publicUrl: string;
};

/** Assembles the engine of an evaluation. */
export function assembleEngine(parts: EngineParts, now?: () => RealTime): Assembled {
  return assemble({
    databaseUrl: parts.appUrl,
    connections: 6,
    name: 'gatehouse-cli',
    keys: readKeys(parts.keys),
    filesFolder: parts.filesFolder,
    providers: automaticProviders(),
    inspector: fileInspector,
    evaluation: true,
    publicUrl: parts.publicUrl,
    onError: () => {},
    ...(now ? { now } : {}),
  });
}
