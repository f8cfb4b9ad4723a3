import type { Publication } from '@qianshou/events';
import type { CountyPolicy, PolicyAdopted } from '../domain/county-policy.ts';
import type { CentreEvent, GuidanceCentre } from '../domain/guidance-centre.ts';
import type { KeyCounty, KeyCountyListed } from '../domain/key-county.ts';
import type { Station, StationEvent } from '../domain/station.ts';
import type { VillageRoom, VillageRoomEvent } from '../domain/village-room.ts';

/** Domain event -> published event: ids, codes and counts, nothing that names a person. */
export function publishStationEvent(event: StationEvent, station: Station): Publication {
  const { id: stationId, townshipCode, countyCode, tier, operatorAgencyId } = station;
  const place = { stationId, townshipCode, countyCode };
  const standing = { ...place, tier, operatorAgencyId };
  const regionCode = townshipCode;
  switch (event.type) {
    case 'station.planned':
      return { type: 'qianshou.station.planned.v1', data: standing, regionCode };
    case 'station.siteReadied':
      return {
        type: 'qianshou.station.site-readied.v1',
        data: { ...place, siteSource: event.siteSource },
        regionCode,
      };
    case 'station.roomAdded':
      return { type: 'qianshou.station.room-added.v1', data: { ...place, kind: event.kind }, regionCode };
    case 'station.documentFiled':
      return {
        type: 'qianshou.station.document-filed.v1',
        data: { ...place, subject: event.subject },
        regionCode,
      };
    case 'station.activityLogged':
      return {
        type: 'qianshou.station.activity-logged.v1',
        data: { ...place, heldOn: event.heldOn },
        regionCode,
      };
    case 'station.staffChanged':
      return {
        type: 'qianshou.station.staff-changed.v1',
        data: { ...place, ...headcount(event.staff) },
        regionCode,
      };
    case 'station.acceptanceRequested':
      return { type: 'qianshou.station.acceptance-requested.v1', data: place, regionCode };
    case 'station.acceptanceRefused': {
      const { checkId, missing, rectifyBy } = event;
      const data = { ...place, checkId, missing: [...missing], rectifyBy };
      return { type: 'qianshou.station.acceptance-refused.v1', data, regionCode };
    }
    case 'station.acceptancePassed': {
      const { checkId, checkedOn } = event;
      return {
        type: 'qianshou.station.acceptance-passed.v1',
        data: { ...standing, checkId, checkedOn },
        regionCode,
      };
    }
    case 'station.opened':
      return {
        type: 'qianshou.station.opened.v1',
        data: { ...standing, openedOn: event.openedOn },
        regionCode,
      };
    case 'station.tierChanged': {
      const { from, to, selectedOn } = event;
      const data = { ...place, operatorAgencyId, from, to, selectedOn };
      return { type: 'qianshou.station.tier-changed.v1', data, regionCode };
    }
  }
}

export function publishCentreEvent(event: CentreEvent, centre: GuidanceCentre): Publication {
  const { id: centreId, countyCode, operatorAgencyId } = centre;
  const regionCode = countyCode;
  switch (event.type) {
    case 'centre.planned': {
      const data = { centreId, countyCode, operatorAgencyId };
      return { type: 'qianshou.station.centre-planned.v1', data, regionCode };
    }
    case 'centre.expertTeamNamed':
      return { type: 'qianshou.station.expert-team-named.v1', data: { centreId, countyCode }, regionCode };
    case 'centre.staffChanged': {
      const data = { centreId, countyCode, workers: event.workers };
      return { type: 'qianshou.station.centre-staff-changed.v1', data, regionCode };
    }
    case 'centre.opened': {
      const data = { centreId, countyCode, operatorAgencyId, openedOn: event.openedOn };
      return { type: 'qianshou.station.centre-opened.v1', data, regionCode };
    }
  }
}

export function publishVillageRoomEvent(event: VillageRoomEvent, room: VillageRoom): Publication {
  const { id: villageRoomId, stationId, townshipCode, countyCode } = room;
  const place = { villageRoomId, stationId, townshipCode, countyCode };
  const regionCode = townshipCode;
  switch (event.type) {
    case 'village-room.opened': {
      const data = { ...place, openedOn: event.openedOn };
      return { type: 'qianshou.station.village-room-opened.v1', data, regionCode };
    }
    case 'village-room.chosen': {
      const data = { ...place, selectedOn: event.selectedOn };
      return { type: 'qianshou.station.village-room-chosen.v1', data, regionCode };
    }
  }
}

export function publishPolicyEvent({ policy, replaces }: PolicyAdopted, _state: CountyPolicy): Publication {
  const { id, version: _version, sourceUrl: _sourceUrl, ...numbers } = policy;
  return {
    type: 'qianshou.station.policy-adopted.v1',
    data: { policyId: id, ...numbers, replaces },
    regionCode: policy.countyCode,
  };
}

export function publishKeyCountyEvent(
  { countyCode, sourceUrl }: KeyCountyListed,
  _state: KeyCounty,
): Publication {
  return {
    type: 'qianshou.station.region-designated.v1',
    data: { countyCode, designation: 'KEY_COUNTY', sourceUrl },
    regionCode: countyCode,
  };
}

function headcount(staff: Station['staff']): { heads: number; deputies: number; residents: number } {
  const count = (role: string): number => staff.filter((member) => member.role === role).length;
  return { heads: count('STATION_HEAD'), deputies: count('DEPUTY_HEAD'), residents: count('RESIDENT') };
}
