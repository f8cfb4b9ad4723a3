import type { Ports } from '../ports.ts';
import { correctStationVisit } from './correct-station-visit.ts';
import { followUpStationVisit } from './follow-up-station-visit.ts';
import { listStationVisits } from './list-station-visits.ts';
import { listSupervisionDue } from './list-supervision-due.ts';
import { recordStationVisit } from './record-station-visit.ts';
import { strikeStationVisit } from './strike-station-visit.ts';

export function useCasesOfSupervision(ports: Ports) {
  return {
    correctStationVisit: correctStationVisit(ports),
    followUpStationVisit: followUpStationVisit(ports),
    listStationVisits: listStationVisits(ports),
    listSupervisionDue: listSupervisionDue(ports),
    recordStationVisit: recordStationVisit(ports),
    strikeStationVisit: strikeStationVisit(ports),
  };
}
