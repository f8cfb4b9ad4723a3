import type { Actor, Grounds } from '@qianshou/kernel';
import { type StationVisit, strikeVisit } from '../../domain/supervision/station-visit.ts';
import { putVisitRight, type PutVisitRightPorts, type VisitTarget } from './put-visit-right.ts';

export const strikeStationVisit =
  (ports: PutVisitRightPorts) =>
  (input: VisitTarget & Grounds, actor: Actor): Promise<StationVisit> =>
    putVisitRight(ports)(input, actor, (visit, today) => strikeVisit(visit, input, today));
