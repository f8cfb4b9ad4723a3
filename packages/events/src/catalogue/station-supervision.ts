import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { day, id } from '../fields.ts';
import { place, placeExample } from './station.ts';

const visit = { ...place, visitId: id('vis'), visitedOn: day, followUpOn: day.nullable() };
const example = {
  ...placeExample,
  visitId: 'vis_01900000-0000-7000-8000-00000000001c',
  visitedOn: '2026-06-10',
  followUpOn: '2026-07-10',
};

/** How the guidance centre supervises stations. */
export const stationSupervisionEvents = [
  defineEvent({
    type: 'qianshou.station.visit-recorded.v1',
    aggregate: 'station-visit',
    about: { en: 'A station was visited by those who supervise it.', zh: '社工站督导巡查' },
    data: z.object(visit),
    example,
  }),
  defineEvent({
    type: 'qianshou.station.visit-followed-up.v1',
    aggregate: 'station-visit',
    about: { en: 'What a visit found was followed up.', zh: '巡查问题已跟进' },
    data: z.object({ ...visit, followedUpOn: day }),
    example: { ...example, followedUpOn: '2026-07-01' },
  }),
  defineEvent({
    type: 'qianshou.station.visit-struck.v1',
    aggregate: 'station-visit',
    about: { en: 'A visit was struck out: it never took place.', zh: '巡查记录作废' },
    data: z.object(visit),
    example,
  }),
  defineEvent({
    type: 'qianshou.station.visit-corrected.v1',
    aggregate: 'station-visit',
    about: { en: 'A visit was corrected.', zh: '巡查记录更正' },
    data: z.object({ ...visit, before: z.object({ visitedOn: day }) }),
    example: { ...example, before: { visitedOn: '2026-06-01' } },
  }),
] as const;
