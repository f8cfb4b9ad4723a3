import type { Ports } from '../ports.ts';
import { correctSupervision, followUpSupervision, strikeSupervision } from './change-supervision.ts';
import { listDueSupervision, listSupervisions } from './list-supervisions.ts';
import { recordSupervision } from './record-supervision.ts';

export function useCasesOfSupervision(ports: Ports) {
  return {
    correctSupervision: correctSupervision(ports),
    followUpSupervision: followUpSupervision(ports),
    listDueSupervision: listDueSupervision(ports),
    listSupervisions: listSupervisions(ports),
    recordSupervision: recordSupervision(ports),
    strikeSupervision: strikeSupervision(ports),
  };
}
