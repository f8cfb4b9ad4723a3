import type { EventData, EventTypeOf, Publication } from '@qianshou/events';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';

type Published = EventTypeOf<'station'>;

/** What of a station every one of its facts carries: ids, codes and counts, nothing that names a person. */
function standingOf(station: Station) {
  const { id, townshipCode, countyCode, tier, operatorAgencyId, operationMode, signage } = station;
  return { stationId: id, townshipCode, countyCode, tier, operatorAgencyId, operationMode, signage };
}

/** A station's facts lie in its unit. */
function publisherFor({ townshipCode }: Station) {
  return <Type extends Published>(type: Type, data: EventData<Type>): Publication =>
    ({ type, data, regionCode: townshipCode }) as Publication;
}

/** Domain event -> published event. What the published one has no field for is left out by its schema. */
export function publishStationEvent(event: StationEvent, station: Station): Publication {
  const standing = standingOf(station);
  const publish = publisherFor(station);
  switch (event.type) {
    case 'station.planned':
      return publish('qianshou.station.planned.v1', standing);
    case 'station.siteReadied':
      return publish('qianshou.station.site-readied.v1', { ...standing, ...event });
    case 'station.roomAdded':
      return publish('qianshou.station.room-added.v1', { ...standing, ...event });
    case 'station.documentFiled':
      return publish('qianshou.station.document-filed.v1', { ...standing, ...event });
    case 'station.activityLogged':
      return publish('qianshou.station.activity-logged.v1', { ...standing, ...event });
    case 'station.activityStruck':
      return publish('qianshou.station.activity-struck.v1', { ...standing, ...event });
    case 'station.havesChanged':
      return publish('qianshou.station.haves-changed.v1', {
        ...standing,
        ...event,
        missing: [...event.missing],
      });
    case 'station.staffChanged':
      return publish('qianshou.station.staff-changed.v1', { ...standing, ...headcount(event.staff) });
    case 'station.siteChecked':
      return publish('qianshou.station.site-checked.v1', { ...standing, ...event });
    case 'station.roomsCorrected':
      return publish('qianshou.station.rooms-corrected.v1', { ...standing, kinds: [...event.kinds] });
    case 'station.checkStruck':
      return publish('qianshou.station.acceptance-struck.v1', { ...standing, ...event });
    case 'station.checkCorrected':
      return publish('qianshou.station.acceptance-corrected.v1', { ...standing, ...event });
    case 'station.acceptanceRequested':
    case 'station.acceptanceRefused':
    case 'station.acceptancePassed':
      return publishAcceptance(event, station);
    case 'station.opened':
      return publish('qianshou.station.opened.v1', { ...standing, ...event });
    case 'station.takenOver':
      return publish('qianshou.station.taken-over.v1', { ...standing, ...event });
    case 'station.tierChanged':
      return publish('qianshou.station.tier-changed.v1', { ...standing, ...event });
    case 'station.relocated':
      return publish('qianshou.station.relocated.v1', { ...standing, ...event });
    case 'station.guidePublished':
      return publish('qianshou.station.service-guide-published.v1', { ...standing, ...event });
    case 'station.graded':
    case 'station.demonstrationStepped':
    case 'station.demonstrationDeclined':
    case 'station.demonstrationWithdrawn':
    case 'station.demonstrationStruck':
      return publishSelection(event, station);
    default:
      return publishLifeCycle(event, station);
  }
}

type AcceptanceEvent = Extract<StationEvent, { type: `station.acceptance${string}` }>;

function publishAcceptance(event: AcceptanceEvent, station: Station): Publication {
  const standing = standingOf(station);
  const publish = publisherFor(station);
  switch (event.type) {
    case 'station.acceptanceRequested':
      return publish('qianshou.station.acceptance-requested.v1', standing);
    case 'station.acceptanceRefused':
      return publish('qianshou.station.acceptance-refused.v1', {
        ...standing,
        ...event,
        missing: [...event.missing],
      });
    case 'station.acceptancePassed':
      return publish('qianshou.station.acceptance-passed.v1', { ...standing, ...event });
  }
}

type SelectionEvent = Extract<StationEvent, { type: 'station.graded' | `station.demonstration${string}` }>;

function publishSelection(event: SelectionEvent, station: Station): Publication {
  const standing = standingOf(station);
  const publish = publisherFor(station);
  switch (event.type) {
    case 'station.graded':
      return publish('qianshou.station.graded.v1', { ...standing, ...event });
    case 'station.demonstrationStepped':
      return publish('qianshou.station.demonstration-stepped.v1', { ...standing, ...event });
    case 'station.demonstrationDeclined':
      return publish('qianshou.station.demonstration-declined.v1', { ...standing, ...event });
    case 'station.demonstrationWithdrawn':
      return publish('qianshou.station.demonstration-withdrawn.v1', { ...standing, ...event });
    case 'station.demonstrationStruck':
      return publish('qianshou.station.demonstration-struck.v1', { ...standing, ...event });
  }
}

type LifeCycleEvent = Extract<
  StationEvent,
  {
    type: `station.${'suspended' | 'resumed' | 'closed' | 'operatorChanged' | 'rectified' | `rectification${string}`}`;
  }
>;

function publishLifeCycle(event: LifeCycleEvent, station: Station): Publication {
  const standing = standingOf(station);
  const publish = publisherFor(station);
  switch (event.type) {
    case 'station.suspended':
      return publish('qianshou.station.suspended.v1', { ...standing, ...event });
    case 'station.resumed':
      return publish('qianshou.station.resumed.v1', { ...standing, ...event });
    case 'station.operatorChanged':
      return publish('qianshou.station.operator-changed.v1', {
        ...standing,
        ...event,
        stayingPostings: [...event.stayingPostings],
      });
    case 'station.closed':
      return publish('qianshou.station.closed.v1', {
        ...standing,
        ...event,
        grade: station.gradedBy?.grade ?? null,
      });
    case 'station.rectificationOrdered':
      return publish('qianshou.station.rectification-ordered.v1', { ...standing, ...event });
    case 'station.rectificationPlanned':
      return publish('qianshou.station.rectification-planned.v1', { ...standing, ...event });
    case 'station.rectificationOverdue':
      return publish('qianshou.station.rectification-overdue.v1', { ...standing, ...event });
    case 'station.rectified':
      return publish('qianshou.station.rectified.v1', { ...standing, ...event });
  }
}

function headcount(staff: Station['staff']): { heads: number; deputies: number; residents: number } {
  const count = (role: string): number => staff.filter((member) => member.role === role).length;
  return { heads: count('STATION_HEAD'), deputies: count('DEPUTY_HEAD'), residents: count('RESIDENT') };
}
