import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anOperatingStation, TODAY } from '../../../test/builders.ts';
import { correctRooms } from './room-correction.ts';
import type { Room } from './site.ts';

const right = { reason: publicText('误登', 'reason'), evidence: null, today: TODAY };
const room = (kind: Room['kind'], capacity: number | null = null): Room => ({
  kind,
  areaSqm: null,
  capacity,
});
const station = anOperatingStation({ rooms: [room('CASE_ROOM'), room('MULTI_ROOM')] });

describe('STA-9 rooms that were entered wrongly', () => {
  it('are corrected, and what they were said to be is kept', () => {
    const { state, events } = correctRooms(station, [room('GROUP_ROOM', 12)], right);

    expect(state.rooms).toEqual([room('GROUP_ROOM', 12)]);
    expect(state.roomCorrections).toMatchObject([{ on: TODAY, reason: '误登', rooms: station.rooms }]);
    expect(events).toEqual([{ type: 'station.roomsCorrected', kinds: ['GROUP_ROOM'] }]);
  });

  it('are none at all where none ever was', () => {
    expect(correctRooms(station, [], right).state.rooms).toEqual([]);
  });

  it.each([
    [station.rooms.toReversed(), 'CORRECTED_TO_THE_SAME'],
    [[room('CASE_ROOM', -1)], 'BAD_USER_INPUT'],
  ] as const)('are not corrected to %j', (rooms, code) => {
    expect(() => correctRooms(station, rooms, right)).toThrow(expect.objectContaining({ code }));
  });
});
