import type { Fold } from '@qianshou/service-kit/figures';

/** What each fact adds to its region and to everything above it. */
export const foldStationEvent: Fold<'station'> = (event) => {
  switch (event.type) {
    case 'qianshou.station.planned.v1':
      return [{ regionCode: event.data.townshipCode, figures: { stationsPlanned: 1 } }];
    case 'qianshou.station.opened.v1':
      return [{ regionCode: event.data.townshipCode, figures: { stationsOperating: 1 } }];
    case 'qianshou.station.tier-changed.v1': {
      const demonstrationStations = event.data.to === 'DEMONSTRATION' ? 1 : -1;
      return [{ regionCode: event.data.townshipCode, figures: { demonstrationStations } }];
    }
    case 'qianshou.station.village-room-opened.v1':
      return [{ regionCode: event.data.townshipCode, figures: { villageRooms: 1 } }];
    case 'qianshou.station.village-room-chosen.v1':
      return [{ regionCode: event.data.townshipCode, figures: { demonstrationRooms: 1 } }];
    case 'qianshou.station.centre-opened.v1':
      return [{ regionCode: event.data.countyCode, figures: { centresOpen: 1 } }];
    case 'qianshou.station.policy-adopted.v1': {
      const { countyCode, replaces, demonstrationStations, demonstrationRooms, unitsOutOfScope } = event.data;
      const figures = {
        demonstrationStationsPlanned: (demonstrationStations ?? 0) - replaces.demonstrationStations,
        demonstrationRoomsPlanned: (demonstrationRooms ?? 0) - replaces.demonstrationRooms,
        unitsOutOfScope: unitsOutOfScope - replaces.unitsOutOfScope,
      };
      return [{ regionCode: countyCode, figures }];
    }
    default:
      return [];
  }
};
