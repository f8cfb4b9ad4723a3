import { type Actor, type CalendarDate, type Change, expectVersion } from '@qianshou/kernel';
import type { ServiceRecordId } from '../../domain/ids.ts';
import { canPrepare } from '../../domain/policy.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../../domain/service-record/service-record.ts';
import { puttingRight } from '../../domain/service-record/service-record-correction.ts';
import type { Station } from '../../domain/station/station.ts';
import { mayPutRightToday } from '../county/put-right-today.ts';
import type { Ports } from '../ports.ts';

export type PutServiceRightPorts = Pick<
  Ports,
  'stations' | 'serviceRecords' | 'countyPolicies' | 'unitOfWork' | 'clock'
>;

/** Which record, and which version the caller read. */
export interface ServiceRecordTarget {
  readonly recordId: ServiceRecordId;
  readonly expectedVersion: number | null;
}

interface Facts {
  readonly station: Station;
  readonly today: CalendarDate;
}

type Decided = Change<ServiceRecord, ServiceRecordEvent>;

/** Load, see who may, decide, save. */
export const putServiceRight =
  (ports: PutServiceRightPorts) =>
  (
    { recordId, expectedVersion }: ServiceRecordTarget,
    actor: Actor,
    decide: (record: ServiceRecord, facts: Facts) => Decided | Promise<Decided>,
  ): Promise<ServiceRecord> =>
    ports.unitOfWork.run(async () => {
      const record = await ports.serviceRecords.get(recordId);
      const station = await ports.stations.get(record.stationId);
      const mayRecord = canPrepare(actor, station);
      const { today } = await mayPutRightToday(ports)(actor, record, mayRecord, puttingRight);
      expectVersion(record, expectedVersion);
      return ports.serviceRecords.save(await decide(record, { station, today }));
    });
