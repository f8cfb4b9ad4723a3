import type { Actor, Grounds } from '@qianshou/kernel';
import { requireWorkersOf } from '../../domain/reference/worker-replica.ts';
import type { ServiceRecord } from '../../domain/service-record/service-record.ts';
import {
  type CorrectedService,
  correctServiceRecord as correct,
} from '../../domain/service-record/service-record-correction.ts';
import type { Ports } from '../ports.ts';
import { putServiceRight, type PutServiceRightPorts, type ServiceRecordTarget } from './put-service-right.ts';

export interface CorrectServiceRecordInput extends ServiceRecordTarget, Grounds {
  readonly corrected: CorrectedService;
}

export const correctServiceRecord =
  (ports: PutServiceRightPorts & Pick<Ports, 'workers'>) =>
  ({ corrected, ...input }: CorrectServiceRecordInput, actor: Actor): Promise<ServiceRecord> =>
    putServiceRight(ports)(input, actor, async (record, { station, today }) => {
      const named = corrected.workerIds ?? [];
      requireWorkersOf(station, named, await ports.workers.findMany(named));
      return correct(record, corrected, { ...input, station, today });
    });
