import { type CheckKind, type Mode, providerOf } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

export type UnknownProvider = {
  readonly partner: string;
  readonly mode: Mode;
  readonly kind: CheckKind;
  readonly provider: string;
};

/**
 * Finds configured providers that this installation lacks, or that do not answer their kind of check. A person answers
 * such checks instead.
 */
export async function unknownProviders({
  sql,
  providers,
}: Pick<Deps, 'sql' | 'providers'>): Promise<UnknownProvider[]> {
  const configured = await sql<UnknownProvider[]>`
    select p.name as partner, side.key as mode, given.key as kind, given.value as provider
    from partner p, jsonb_each(p.check_providers) side, jsonb_each_text(side.value) given order by 1, 2, 3`;
  return configured.filter((each) => providerOf(providers, each) === null);
}
