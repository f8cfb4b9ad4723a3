import { type Actor, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import type { ServiceRecordId } from '../../domain/ids.ts';
import { mayPrepare } from '../../domain/policy.ts';
import {
  type ServiceRecord,
  strikeServiceRecord as strike,
} from '../../domain/service-record/service-record.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'stations' | 'serviceRecords' | 'clock'>;

export interface StrikeServiceRecordInput {
  readonly recordId: ServiceRecordId;
  readonly expectedVersion: number | null;
  readonly reason: PublicText;
}

export const strikeServiceRecord =
  ({ stations, serviceRecords, clock }: Deps) =>
  async (input: StrikeServiceRecordInput, actor: Actor): Promise<ServiceRecord> => {
    const record = await serviceRecords.get(input.recordId);
    mayPrepare(actor, await stations.get(record.stationId));
    expectVersion(record, input.expectedVersion);
    return serviceRecords.save(strike(record, input.reason, chinaDay(clock.now())));
  };
