import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  expectVersion,
  mayPutRight,
} from '@qianshou/kernel';
import type { ServiceRecordId } from '../../domain/ids.ts';
import { canPrepare } from '../../domain/policy.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../../domain/service-record/service-record.ts';
import { puttingRight } from '../../domain/service-record/service-record-correction.ts';
import type { Station } from '../../domain/station/station.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
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
      const today = chinaDay(ports.clock.now());
      const rules = (await rulesOfCounty(ports)(station.countyCode))(today);
      mayPutRight(actor, puttingRight(record, { mayRecord: canPrepare(actor, station), rules, today }));
      expectVersion(record, expectedVersion);
      return ports.serviceRecords.save(await decide(record, { station, today }));
    });
