import type { Actor, Grounds } from '@qianshou/kernel';
import {
  type CorrectedVisit,
  correctVisit,
  type StationVisit,
} from '../../domain/supervision/station-visit.ts';
import { putVisitRight, type PutVisitRightPorts, type VisitTarget } from './put-visit-right.ts';

export interface CorrectStationVisitInput extends VisitTarget, Grounds {
  readonly corrected: CorrectedVisit;
}

export const correctStationVisit =
  (ports: PutVisitRightPorts) =>
  ({ corrected, ...input }: CorrectStationVisitInput, actor: Actor): Promise<StationVisit> =>
    putVisitRight(ports)(input, actor, (visit, today) => correctVisit(visit, corrected, { ...input, today }));
