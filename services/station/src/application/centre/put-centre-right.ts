import { type Actor, type CalendarDate, type Change, expectVersion } from '@qianshou/kernel';
import { puttingRight } from '../../domain/centre/centre-correction.ts';
import type { CentreEvent, GuidanceCentre } from '../../domain/centre/guidance-centre.ts';
import type { CentreId } from '../../domain/ids.ts';
import { canLeadConstruction } from '../../domain/policy.ts';
import { mayPutRightToday } from '../county/put-right-today.ts';
import type { Ports } from '../ports.ts';

export type PutCentreRightPorts = Pick<Ports, 'centres' | 'countyPolicies' | 'unitOfWork' | 'clock'>;

/** Which centre, and which version the caller read. */
export interface CentreTarget {
  readonly centreId: CentreId;
  readonly expectedVersion: number | null;
}

/** Load, see who may, decide, save. */
export const putCentreRight =
  (ports: PutCentreRightPorts) =>
  (
    { centreId, expectedVersion }: CentreTarget,
    actor: Actor,
    decide: (centre: GuidanceCentre, today: CalendarDate) => Change<GuidanceCentre, CentreEvent>,
  ): Promise<GuidanceCentre> =>
    ports.unitOfWork.run(async () => {
      const centre = await ports.centres.get(centreId);
      const mayRecord = canLeadConstruction(actor, centre.countyCode);
      const { today } = await mayPutRightToday(ports)(actor, centre, mayRecord, puttingRight);
      expectVersion(centre, expectedVersion);
      return ports.centres.save(decide(centre, today));
    });
