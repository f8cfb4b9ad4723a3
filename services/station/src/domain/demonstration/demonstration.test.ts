import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aMember,
  anId,
  anOperatingStation,
  aPlannedStation,
  aStandardRoom,
  TODAY,
} from '../../../test/builders.ts';
import { chooseDemonstration } from './demonstration.ts';
import { equipVillageRoom } from '../village-room/room-equipping.ts';
import { DEFAULT_STATION_RULES, roomChecklistOf } from '../county/station-rules.ts';
import { chooseDemonstrationRoom, openVillageRoom } from '../village-room/village-room.ts';

const staff = [aMember('STATION_HEAD', 1), aMember('RESIDENT', 2), aMember('DEPUTY_HEAD', 3)];
const free = { planned: 5, chosen: 4 };
const withCode = (code: string) => expect.objectContaining({ code });

describe('STA-5 choosing a demonstration station', () => {
  it('changes the tier of an operating station with a deputy', () => {
    const { state, events } = chooseDemonstration(anOperatingStation({ staff }), free, TODAY);

    expect(state).toMatchObject({ tier: 'DEMONSTRATION', demonstrationSince: TODAY });
    expect(events).toEqual([
      { type: 'station.tierChanged', from: 'ORDINARY', to: 'DEMONSTRATION', selectedOn: TODAY },
    ]);
  });

  it('is refused before the station is built', () => {
    expect(() => chooseDemonstration(aPlannedStation(), free, TODAY)).toThrow(
      withCode('DEMONSTRATION_NOT_BUILT'),
    );
  });

  it.each([
    { planned: 5, chosen: 5 },
    { planned: null, chosen: 0 },
    { planned: 0, chosen: 0 },
  ])('is refused beyond the plan of the county: %o', (facts) => {
    expect(() => chooseDemonstration(anOperatingStation({ staff }), facts, TODAY)).toThrow(
      withCode('DEMONSTRATION_QUOTA_FULL'),
    );
  });

  it('is refused a second time', () => {
    const chosen = anOperatingStation({ staff, tier: 'DEMONSTRATION' });

    expect(() => chooseDemonstration(chosen, free, TODAY)).toThrow(withCode('DEMONSTRATION_ALREADY'));
  });
});

describe('STA-11 choosing a demonstration station', () => {
  it('is refused without a deputy head on duty', () => {
    expect(() => chooseDemonstration(anOperatingStation(), free, TODAY)).toThrow(
      withCode('DEMONSTRATION_LACKS_DEPUTY'),
    );
  });
});

describe('STA-8 village rooms', () => {
  const input = { id: anId('vrm', 1), villageName: publicText('演示村', 'villageName'), openedOn: TODAY };

  it('open under an operating station of their township', () => {
    const { state } = openVillageRoom(input, anOperatingStation(), TODAY);

    expect(state).toMatchObject({ townshipCode: '420581104', countyCode: '420581', demonstration: false });
  });

  it('do not open under a station that does not operate', () => {
    expect(() => openVillageRoom(input, aPlannedStation(), TODAY)).toThrow(
      withCode('VILLAGE_ROOM_ELSEWHERE'),
    );
  });
});

describe('STA-5 choosing a demonstration room', () => {
  const checklist = roomChecklistOf(DEFAULT_STATION_RULES);
  const bare = openVillageRoom(
    { id: anId('vrm', 1), villageName: publicText('演示村', 'villageName'), openedOn: TODAY },
    anOperatingStation(),
    TODAY,
  ).state;
  const room = equipVillageRoom(bare, aStandardRoom(), { today: TODAY, checklist }).state;

  it.each([
    ['premises', { site: null }, ['SITE']],
    ['a room to work in', { rooms: [] }, ['FUNCTION']],
    ['regimes and mechanisms', { documents: [] }, ['REGIME']],
    ['a mechanism', { documents: aStandardRoom().documents.slice(0, 1) }, ['REGIME']],
    ['anything', { site: null, rooms: [], documents: [] }, ['SITE', 'FUNCTION', 'REGIME']],
  ])('STA-8 is refused to a room without %s, which says so', (_what, changes, missing) => {
    const poor = { ...room, equipment: aStandardRoom(changes) };

    expect(() => chooseDemonstrationRoom(poor, { planned: 10, chosen: 0, checklist }, TODAY)).toThrow(
      expect.objectContaining({
        code: 'VILLAGE_ROOM_BELOW_STANDARD',
        details: expect.objectContaining({ missing }),
      }),
    );
  });

  it('is possible within the number of the county', () => {
    expect(
      chooseDemonstrationRoom(room, { planned: 10, chosen: 9, checklist }, TODAY).state.demonstration,
    ).toBe(true);
  });

  it('is refused beyond it, and a second time', () => {
    const chosen = chooseDemonstrationRoom(room, { planned: 10, chosen: 9, checklist }, TODAY).state;

    expect(() => chooseDemonstrationRoom(room, { planned: 10, chosen: 10, checklist }, TODAY)).toThrow(
      withCode('DEMONSTRATION_QUOTA_FULL'),
    );
    expect(() => chooseDemonstrationRoom(chosen, { planned: 10, chosen: 9, checklist }, TODAY)).toThrow(
      withCode('DEMONSTRATION_ALREADY'),
    );
  });
});
