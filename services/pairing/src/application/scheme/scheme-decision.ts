import type { SchemeId } from '../../domain/ids.ts';
import { mayChangeScheme } from '../../domain/scheme/policy.ts';
import { schemeKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What every change of a scheme says. */
export interface SchemeTarget {
  readonly schemeId: SchemeId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** Held meanwhile: no pairing is matched on the strength of what is just being changed. */
export const onScheme = ({ schemes }: Pick<Ports, 'schemes'>) => ({
  lock: ({ schemeId }: SchemeTarget) => schemeKey(schemeId),
  load: ({ schemeId }: SchemeTarget) => schemes.get(schemeId),
  may: mayChangeScheme,
});
