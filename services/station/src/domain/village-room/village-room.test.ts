import { publicText, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, aStandardRoom, day, STATION_ID, TODAY } from '../../../test/builders.ts';
import { DEFAULT_STATION_RULES, roomChecklistOf } from '../county/station-rules.ts';
import { equipVillageRoom } from './room-equipping.ts';
import { correctVillageRoom, strikeDemonstrationRoom, strikeVillageRoom } from './village-room-correction.ts';
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
const checklist = roomChecklistOf(DEFAULT_STATION_RULES);
const free = { planned: 10, chosen: 9, checklist };
const withCode = (code: string) => expect.objectContaining({ code });

const bare: OperatingRoom = openVillageRoom(
  { id: anId('vrm', 1), villageName: publicText('演示村', 'villageName'), openedOn: OPENED },
  anOperatingStation(),
  TODAY,
).state;
const room: OperatingRoom = equipVillageRoom(bare, aStandardRoom(), { today: TODAY, checklist }).state;
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
    expect(events).toEqual([
      { type: 'village-room.closed', closedOn: CLOSED, wasDemonstration: false, metStandard: true },
    ]);
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

describe('a village room that was entered wrongly', () => {
  const why = { reason: publicText('误登', 'reason'), evidence: null };
  const right = { ...why, today: TODAY };
  const chosen = chooseDemonstrationRoom(room, free, day('2025-01-01')).state;

  it('is struck out: it is no room and no demonstration room any more, whether it works or is closed', () => {
    const { state, events } = strikeVillageRoom(chosen, why, TODAY);

    expect(state).toMatchObject({
      status: 'STRUCK',
      demonstration: false,
      struck: { on: TODAY, reason: '误登' },
    });
    expect(events).toEqual([
      { type: 'village-room.struck', wasOperating: true, wasDemonstration: true, metStandard: true },
    ]);
    expect(strikeVillageRoom(close(room).state, why, TODAY).events).toMatchObject([{ wasOperating: false }]);
    for (const change of [
      () => strikeVillageRoom(state, why, TODAY),
      () => correctVillageRoom(state, { openedOn: TODAY }, right),
      () => closeVillageRoom(state, { reason: why.reason, on: TODAY }, TODAY),
      () => chooseDemonstrationRoom(state, free, TODAY),
    ])
      expect(change).toThrow(withCode('VILLAGE_ROOM_STRUCK'));
  });

  it('is corrected, and keeps what it said', () => {
    const { state, events } = correctVillageRoom(room, { openedOn: day('2024-02-01') }, right);

    expect(state).toMatchObject({
      openedOn: '2024-02-01',
      corrections: [{ openedOn: OPENED, reason: '误登' }],
    });
    expect(events).toEqual([
      { type: 'village-room.corrected', openedOn: '2024-02-01', before: { openedOn: OPENED } },
    ]);
  });

  it.each([
    [{}, 'CORRECTED_TO_THE_SAME'],
    [{ openedOn: OPENED }, 'CORRECTED_TO_THE_SAME'],
    [{ openedOn: day('2099-01-01') }, 'DATE_IN_FUTURE'],
    [{ openedOn: day('2025-01-02') }, 'DATES_OUT_OF_ORDER'],
  ])('is not corrected to %j', (corrected, code) => {
    expect(() => correctVillageRoom(chosen, corrected, right)).toThrow(withCode(code));
  });

  it('STA-5 loses a choice that was a slip, once, and keeps the room', () => {
    const { state, events } = strikeDemonstrationRoom(chosen, why, TODAY);

    expect(state).toMatchObject({ status: 'OPERATING', demonstration: false, demonstrationSince: null });
    expect(state.corrections).toMatchObject([{ demonstrationSince: '2025-01-01' }]);
    expect(events).toEqual([{ type: 'village-room.choiceStruck', selectedOn: '2025-01-01' }]);
    expect(() => strikeDemonstrationRoom(state, why, TODAY)).toThrow(
      withCode('VILLAGE_ROOM_NO_DEMONSTRATION'),
    );
  });
});
