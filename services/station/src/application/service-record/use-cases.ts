import type { Ports } from '../ports.ts';
import { correctServiceRecord } from './correct-service-record.ts';
import { listServiceRecords } from './list-service-records.ts';
import { recordServices } from './record-services.ts';
import { strikeServiceRecord } from './strike-service-record.ts';

export function useCasesOfServiceRecord(ports: Ports) {
  return {
    correctServiceRecord: correctServiceRecord(ports),
    listServiceRecords: listServiceRecords(ports),
    recordServices: recordServices(ports),
    strikeServiceRecord: strikeServiceRecord(ports),
  };
}
