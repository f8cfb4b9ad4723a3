import { type Cells, DAY, DAY_KINDS, type ImportColumn } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { KEY_COUNTY_COLUMNS, readKeyCountyRow } from './county/key-county-columns.ts';
import { readServiceRecordRow, SERVICE_RECORD_COLUMNS } from './service-record/service-record-columns.ts';
import { STATION_COLUMNS } from './station/station-columns.ts';
import { readStationRow } from './station/station-row.ts';
import { readVillageRoomRow, VILLAGE_ROOM_COLUMNS } from './village-room/village-room-columns.ts';

type Kind = readonly [kind: string, columns: readonly ImportColumn[], read: (cells: Cells) => unknown];

const KINDS: readonly Kind[] = [
  ['stations', STATION_COLUMNS, readStationRow],
  ['village rooms', VILLAGE_ROOM_COLUMNS, readVillageRoomRow],
  ['key counties', KEY_COUNTY_COLUMNS, readKeyCountyRow],
  ['service records', SERVICE_RECORD_COLUMNS, readServiceRecordRow],
];

/** Refused by the decision that takes the row, as by hand; the tests of that file ask it. */
const LATER = ['note'];

const CELLS = KINDS.flatMap(([kind, columns, read]) =>
  columns
    .filter(({ name }) => !LATER.includes(name))
    .map(({ name }) => ({ kind, name, read, row: rowOf(columns) })),
);

function rowOf(columns: readonly ImportColumn[]): Cells {
  return Object.fromEntries(columns.map(({ name, example }) => [name, example]));
}

describe('STA-12 a cell that points at one person is refused', () => {
  it.each(CELLS)('in $name of $kind', ({ name, read, row }) => {
    for (const slip of ['420581199003072312', '13812345678']) {
      expect(() => read({ ...row, [name]: slip })).toThrow();
    }
  });
});

describe('a column of days', () => {
  it('has a kind, which says how far back and ahead its days may lie', () => {
    const days = KINDS.flatMap(([, columns]) => columns.filter(({ reads }) => reads === DAY));

    expect(days.map(({ name }) => name).filter((name) => DAY_KINDS[name] === undefined)).toEqual([]);
    expect(days.length).toBeGreaterThan(3);
  });
});
