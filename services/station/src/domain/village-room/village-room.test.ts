import { publicText, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, day, STATION_ID, TODAY } from '../../../test/builders.ts';
import {
  assignVillageRoom,
  chooseDemonstrationRoom,
  closeVillageRoom,
  openVillageRoom,
  type OperatingRoom,
  roomOfDay,
} from './village-room.ts';

const NEXT_STATION = anId('sta', 2);
const OPENED = day('2024-03-01');
const CLOSED = day('2026-01-31');
const free = { planned: 10, chosen: 9 };
const withCode = (code: string) => expect.objectContaining({ code });

const room: OperatingRoom = openVillageRoom(
  { id: anId('vrm', 1), villageName: publicText('演示村', 'villageName'), openedOn: OPENED },
  anOperatingStation(),
  TODAY,
).state;
const close = (open: OperatingRoom, on = CLOSED) =>
  closeVillageRoom(open, { reason: publicText('撤并', 'reason'), on }, TODAY);

describe('closing a village room', () => {
  it('keeps its record with the day and the reason', () => {
    const { state, events } = close(room);

    expect(state).toEqual({
      ...room,
      status: 'CLOSED',
      closure: { reason: publicText('撤并', 'reason'), closedOn: CLOSED },
    });
    expect(events).toEqual([{ type: 'village-room.closed', closedOn: CLOSED, wasDemonstration: false }]);
  });

  it('STA-5 ends its demonstration, and says that it was one', () => {
    const { state, events } = close(chooseDemonstrationRoom(room, free, TODAY).state);

    expect(state).toMatchObject({ demonstration: false, demonstrationSince: null });
    expect(events).toMatchObject([{ wasDemonstration: true }]);
  });

  it.each([
    ['before it opened', '2024-02-29', 'DATES_OUT_OF_ORDER'],
    ['in the future', '2026-05-21', 'DATE_IN_FUTURE'],
  ])('is refused %s', (_what, on, code) => {
    expect(() => close(room, day(on))).toThrow(withCode(code));
  });

  it('is refused a second time, as is whatever a closed room can no longer be', () => {
    const { state } = close(room);

    expect(() =>
      closeVillageRoom(state, { reason: publicText('撤并', 'reason'), on: CLOSED }, TODAY),
    ).toThrow(withCode('VILLAGE_ROOM_CLOSED'));
    expect(() => assignVillageRoom(state, anOperatingStation({ id: NEXT_STATION }))).toThrow(
      withCode('VILLAGE_ROOM_CLOSED'),
    );
    expect(() => chooseDemonstrationRoom(state, free, TODAY)).toThrow(withCode('DEMONSTRATION_NOT_BUILT'));
  });
});

describe('STA-8 assigning a village room', () => {
  it('moves it to the station that operates in its unit now', () => {
    const { state, events } = assignVillageRoom(room, anOperatingStation({ id: NEXT_STATION }));

    expect(state).toEqual({ ...room, stationId: NEXT_STATION });
    expect(events).toEqual([{ type: 'village-room.assigned', formerStationId: STATION_ID }]);
  });

  it('is refused to a station of another unit, to one that does not operate, and to its own', () => {
    const elsewhere = anOperatingStation({ id: NEXT_STATION, townshipCode: '420581105' as RegionCode });
    const stopped = { ...anOperatingStation({ id: NEXT_STATION }), status: 'SUSPENDED' } as const;

    expect(() => assignVillageRoom(room, elsewhere)).toThrow(withCode('VILLAGE_ROOM_ELSEWHERE'));
    expect(() => assignVillageRoom(room, stopped)).toThrow(withCode('VILLAGE_ROOM_ELSEWHERE'));
    expect(() => assignVillageRoom(room, anOperatingStation())).toThrow(
      withCode('VILLAGE_ROOM_THERE_ALREADY'),
    );
  });
});

describe('of the rooms that a village had one after the other', () => {
  const first = close(room, day('2024-12-31')).state;
  const second = { ...close({ ...room, openedOn: day('2025-02-01') }).state, id: anId('vrm', 2) };
  const third = { ...room, id: anId('vrm', 3), openedOn: day('2026-03-01') };

  it.each([
    ['2024-03-01', first],
    ['2025-02-01', second],
    ['2025-02-02', second],
    ['2026-03-01', third],
    ['2026-04-01', third],
  ])('the one meant by an opening on %s is the first that had not closed by then', (openedOn, expected) => {
    expect(roomOfDay([third, second, first], day(openedOn))).toBe(expected);
  });

  it('none is meant by an opening after all of them had closed', () => {
    expect(roomOfDay([second, first], day('2026-03-01'))).toBeUndefined();
  });
});
