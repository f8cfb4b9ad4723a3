import { type Actor, type CalendarDate, type Change, expectVersion } from '@qianshou/kernel';
import type { VisitId } from '../../domain/ids.ts';
import { canSupervise } from '../../domain/policy.ts';
import { puttingRight, type StationVisit, type VisitEvent } from '../../domain/supervision/station-visit.ts';
import { mayPutRightToday } from '../county/put-right-today.ts';
import type { Ports } from '../ports.ts';

export type PutVisitRightPorts = Pick<Ports, 'stationVisits' | 'countyPolicies' | 'unitOfWork' | 'clock'>;

/** Which visit, and which version the caller read. */
export interface VisitTarget {
  readonly visitId: VisitId;
  readonly expectedVersion: number | null;
}

/** Load, see who may, decide, save. */
export const putVisitRight =
  (ports: PutVisitRightPorts) =>
  (
    { visitId, expectedVersion }: VisitTarget,
    actor: Actor,
    decide: (visit: StationVisit, today: CalendarDate) => Change<StationVisit, VisitEvent>,
  ): Promise<StationVisit> =>
    ports.unitOfWork.run(async () => {
      const visit = await ports.stationVisits.get(visitId);
      const mayRecord = canSupervise(actor, visit);
      const { today } = await mayPutRightToday(ports)(actor, visit, mayRecord, puttingRight);
      expectVersion(visit, expectedVersion);
      return ports.stationVisits.save(decide(visit, today));
    });
