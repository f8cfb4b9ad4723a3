import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, id, oneOf, region } from '../fields.ts';
import { place, placeExample } from './station.ts';

const succession = {
  successionId: id('rsn'),
  kind: oneOf(['MERGED', 'RENAMED', 'SPLIT', 'ABOLISHED', 'NEW']),
  from: z.array(region),
  to: z.array(region),
  name: z.string().nullable(),
  on: day,
};
const example = {
  successionId: 'rsn_01900000-0000-7000-8000-00000000001d',
  kind: 'MERGED',
  from: ['420581104', '420581105'],
  to: ['420581104'],
  name: null,
  on: '2026-07-01',
};
const unit = { townshipCode: region, countyCode: region };
const unitExample = { townshipCode: '420581105', countyCode: '420581' };

/** Divisions after 2023, and the units that count. */
export const stationRegionEvents = [
  defineEvent({
    type: 'qianshou.station.region-succession-recorded.v1',
    aggregate: 'region-succession',
    about: { en: 'What becomes of regions from a day on was recorded.', zh: '登记区划变更' },
    data: z.object(succession),
    example,
  }),
  defineEvent({
    type: 'qianshou.station.region-succession-followed.v1',
    aggregate: 'region-succession',
    about: {
      en: 'The day of a succession of regions has come: stations, rooms and coverage follow it.',
      zh: '区划变更生效',
    },
    data: z.object({ ...succession, followedOn: day }),
    example: { ...example, followedOn: '2026-07-01' },
  }),
  defineEvent({
    type: 'qianshou.station.region-succession-struck.v1',
    aggregate: 'region-succession',
    about: { en: 'A succession of regions was struck out before its day.', zh: '区划变更作废' },
    data: z.object(succession),
    example,
  }),
  defineEvent({
    type: 'qianshou.station.unit-left-scope.v1',
    aggregate: 'unit-scope',
    about: {
      en: 'A township-level unit counts in its county’s coverage no more.',
      zh: '乡镇级单位移出应建范围',
    },
    data: z.object({ ...unit, since: day, successionId: id('rsn').nullable() }),
    example: { ...unitExample, since: '2026-07-01', successionId: null },
  }),
  defineEvent({
    type: 'qianshou.station.unit-returned-to-scope.v1',
    aggregate: 'unit-scope',
    about: { en: 'A township-level unit counts again.', zh: '乡镇级单位恢复计入应建范围' },
    data: z.object({ ...unit, since: day, until: day }),
    example: { ...unitExample, since: '2026-07-01', until: '2026-09-01' },
  }),
  defineEvent({
    type: 'qianshou.station.relocated.v1',
    aggregate: 'station',
    about: {
      en: 'A station belongs to the unit that took the place of its own; with it goes what is counted of it.',
      zh: '社工站随区划变更归属',
    },
    data: z.object({
      ...place,
      on: day,
      before: z.object({ townshipCode: region }),
      counted: z.object({
        status: z.string(),
        tier: z.string(),
        hasAllHaves: z.boolean(),
        grade: z.string().nullable(),
        rectificationOverdue: z.boolean(),
      }),
    }),
    example: {
      ...placeExample,
      on: '2026-07-01',
      before: { townshipCode: '420581105' },
      counted: {
        status: 'OPERATING',
        tier: 'ORDINARY',
        hasAllHaves: true,
        grade: 'GOOD',
        rectificationOverdue: false,
      },
    },
  }),
  defineEvent({
    type: 'qianshou.station.village-room-relocated.v1',
    aggregate: 'village-room',
    about: { en: 'The village of a room lies in another unit now.', zh: '社工室随区划变更归属' },
    data: z.object({
      villageRoomId: id('vrm'),
      ...place,
      before: z.object({ townshipCode: region }),
      demonstration: z.boolean(),
      meetsStandard: z.boolean(),
    }),
    example: {
      villageRoomId: 'vrm_01900000-0000-7000-8000-000000000013',
      ...placeExample,
      before: { townshipCode: '420581105' },
      demonstration: false,
      meetsStandard: true,
    },
  }),
] as const;
