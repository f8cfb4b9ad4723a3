import { type Actor, chinaDay } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import { maySupervise } from '../../domain/policy.ts';
import { recordVisit, type StationVisit, type VisitTerms } from '../../domain/supervision/station-visit.ts';
import type { Ports } from '../ports.ts';

export interface RecordStationVisitInput extends VisitTerms {
  readonly stationId: StationId;
}

export const recordStationVisit =
  ({
    stations,
    stationVisits,
    clock,
    newId,
  }: Pick<Ports, 'stations' | 'stationVisits' | 'clock' | 'newId'>) =>
  async ({ stationId, ...terms }: RecordStationVisitInput, actor: Actor): Promise<StationVisit> => {
    const station = await stations.get(stationId);
    maySupervise(actor, station);
    return stationVisits.save(recordVisit({ ...terms, id: newId('vis') }, station, chinaDay(clock.now())));
  };
