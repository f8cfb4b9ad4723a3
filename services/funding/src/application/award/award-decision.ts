import type { AwardId } from '../../domain/ids.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What every change of an existing award says. */
export interface AwardTarget {
  readonly awardId: AwardId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** An award is money of its county and year from the first day on. */
export const onAward = ({ awards }: Pick<Ports, 'awards'>) => {
  const load = ({ awardId }: Pick<AwardTarget, 'awardId'>) => awards.get(awardId);
  const place = async (target: Pick<AwardTarget, 'awardId'>) => {
    const { countyCode, year, carriedOver } = await load(target);
    return { countyCode, year: carriedOver?.year ?? year };
  };
  return { load, lock: lockLedgerOf(place) };
};
