import type { Publication } from '@qianshou/events';
import type { StationVisit, VisitEvent } from '../../domain/supervision/station-visit.ts';

/** Days alone: what was found stays with the record. */
export function publishVisitEvent(event: VisitEvent, visit: StationVisit): Publication {
  const { id: visitId, stationId, townshipCode, countyCode, visitedOn, followUpOn } = visit;
  const data = { visitId, stationId, townshipCode, countyCode, visitedOn, followUpOn };
  const regionCode = townshipCode;
  switch (event.type) {
    case 'visit.recorded':
      return { type: 'qianshou.station.visit-recorded.v1', data, regionCode };
    case 'visit.followedUp': {
      const followed = { ...data, followedUpOn: event.followedUpOn };
      return { type: 'qianshou.station.visit-followed-up.v1', data: followed, regionCode };
    }
    case 'visit.struck':
      return { type: 'qianshou.station.visit-struck.v1', data, regionCode };
    case 'visit.corrected': {
      const corrected = { ...data, before: event.before };
      return { type: 'qianshou.station.visit-corrected.v1', data: corrected, regionCode };
    }
  }
}
