import { type Actor, expectVersion } from '@qianshou/kernel';
import type { CheckId } from '../../domain/ids.ts';
import { canCheck } from '../../domain/policy.ts';
import type { AcceptanceCheck, ListedCheck } from '../../domain/station/acceptance-check.ts';
import { type CheckPutRight, puttingRight } from '../../domain/station/acceptance-correction.ts';
import { acceptanceCheckNotFound } from '../../domain/station/errors.ts';
import { listedChecks } from '../../domain/station/listed-checks.ts';
import type { Station } from '../../domain/station/station.ts';
import { mayPutRightToday } from '../county/put-right-today.ts';
import type { DecisionFacts } from '../county/rules-of-county.ts';
import { saveStation, type SavingPorts } from './save-station.ts';
import { inCountyOf } from './station-county.ts';

/** Which check, and which version of its station the caller read. */
export interface CheckTarget {
  readonly checkId: CheckId;
  readonly expectedVersion: number | null;
}

export interface CheckedAnew {
  readonly check: ListedCheck;
  readonly station: Station;
}

interface Facts extends DecisionFacts {
  readonly check: ListedCheck;
  readonly others: readonly AcceptanceCheck[];
}

/** In the transaction that holds the county: what a check says now, and what follows from it for the station. */
export const putCheckRight =
  (ports: SavingPorts) =>
  async (
    { checkId, expectedVersion }: CheckTarget,
    actor: Actor,
    decide: (station: Station, facts: Facts) => CheckPutRight,
  ): Promise<CheckedAnew> => {
    const { stationId } = await findCheck(ports, checkId);
    return inCountyOf(ports)(stationId, async (station) => {
      const check = await findCheck(ports, checkId);
      const mayRecord = canCheck(actor, station);
      const facts = await mayPutRightToday(ports)(actor, check, mayRecord, puttingRight);
      expectVersion(station, expectedVersion);
      const standing = await ports.acceptanceChecks.listStanding(stationId);
      const others = standing.filter(({ id }) => id !== checkId);
      const right = decide(station, { ...facts, check, others });
      const saved = await saveStation(ports)(station, right.change, facts.rules);
      const listed = listedChecks(saved);
      const now = listed.find(({ id }) => id === checkId) ?? right.check;
      await ports.acceptanceChecks.put(...listed.filter(({ id }) => id !== checkId), now);
      return { check: now, station: saved };
    });
  };

async function findCheck(
  { acceptanceChecks }: Pick<SavingPorts, 'acceptanceChecks'>,
  id: CheckId,
): Promise<ListedCheck> {
  const [check = null] = await acceptanceChecks.findMany([id]);
  if (check === null) throw acceptanceCheckNotFound({ id });
  return check;
}
