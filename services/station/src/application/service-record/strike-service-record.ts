import type { Actor, Grounds } from '@qianshou/kernel';
import type { ServiceRecord } from '../../domain/service-record/service-record.ts';
import { strikeServiceRecord as strike } from '../../domain/service-record/service-record-correction.ts';
import { putServiceRight, type PutServiceRightPorts, type ServiceRecordTarget } from './put-service-right.ts';

export type StrikeServiceRecordInput = ServiceRecordTarget & Grounds;

export const strikeServiceRecord =
  (ports: PutServiceRightPorts) =>
  (input: StrikeServiceRecordInput, actor: Actor): Promise<ServiceRecord> =>
    putServiceRight(ports)(input, actor, (record, { today }) => strike(record, input, today));
