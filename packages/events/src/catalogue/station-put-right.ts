import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { CHECK } from './example-ids.ts';
import { day, id, oneOf } from '../fields.ts';
import { standing, standingExample } from './station.ts';
import { stationStatus } from './station-life-cycle.ts';

const result = oneOf(['PASSED', 'REFUSED']);
const check = {
  ...standing,
  checkId: id('chk'),
  checkedOn: day,
  result,
  /** The status of the station before and by what stands now: without a check that passed, it is open no more. */
  from: stationStatus,
  to: stationStatus,
};

/** What was recorded of a station and was not so. */
export const stationPutRightEvents = [
  defineEvent({
    type: 'qianshou.station.acceptance-struck.v1',
    aggregate: 'station',
    about: {
      en: 'An acceptance check was struck out: it never took place. A station that opened by it alone awaits acceptance again.',
      zh: '验收作废',
    },
    data: z.object(check),
    example: {
      ...standingExample,
      checkId: CHECK,
      checkedOn: '2026-05-01',
      result: 'PASSED',
      from: 'OPERATING',
      to: 'IN_ACCEPTANCE',
    },
  }),
  defineEvent({
    type: 'qianshou.station.acceptance-corrected.v1',
    aggregate: 'station',
    about: { en: 'An acceptance check was corrected; what rested on it follows.', zh: '验收更正' },
    data: z.object({ ...check, before: z.object({ checkedOn: day, result }) }),
    example: {
      ...standingExample,
      checkId: CHECK,
      checkedOn: '2026-05-02',
      result: 'PASSED',
      from: 'OPERATING',
      to: 'OPERATING',
      before: { checkedOn: '2026-05-01', result: 'PASSED' },
    },
  }),
  defineEvent({
    type: 'qianshou.station.demonstration-struck.v1',
    aggregate: 'station',
    about: {
      en: 'The choice of a station as a demonstration station was struck out: it never had the rank.',
      zh: '示范站评定作废',
    },
    data: z.object({ ...standing, selectedOn: day }),
    example: { ...standingExample, selectedOn: '2026-06-10' },
  }),
  defineEvent({
    type: 'qianshou.station.rooms-corrected.v1',
    aggregate: 'station',
    about: { en: 'What rooms a station has was corrected.', zh: '社工站功能室更正' },
    data: z.object({ ...standing, kinds: z.array(oneOf(['CASE_ROOM', 'GROUP_ROOM', 'MULTI_ROOM'])) }),
    example: { ...standingExample, kinds: ['CASE_ROOM', 'MULTI_ROOM'] },
  }),
] as const;
