import { type CheckKind, type Mode, providerOf } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

export type UnknownProvider = {
  readonly partner: string;
  readonly mode: Mode;
  readonly kind: CheckKind;
  readonly provider: string;
};

/** Who is configured to answer a kind of check, and is not in this installation or does not answer it: a person looks instead. */
export async function unknownProviders({
  sql,
  providers,
}: Pick<Deps, 'sql' | 'providers'>): Promise<UnknownProvider[]> {
  const configured = await sql<UnknownProvider[]>`
    select p.name as partner, side.key as mode, given.key as kind, given.value as provider
    from partner p, jsonb_each(p.check_providers) side, jsonb_each_text(side.value) given order by 1, 2, 3`;
  return configured.filter((each) => providerOf(providers, each) === null);
}
