import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { OPERATOR, STATION_EVALUATION } from './example-ids.ts';
import { count, day, id, region, oneOf } from '../fields.ts';
import { standing, standingExample } from './station.ts';

export const stationStatus = oneOf([
  'PLANNED',
  'SITE_READY',
  'STAFFED',
  'IN_ACCEPTANCE',
  'OPERATING',
  'RECTIFYING',
  'SUSPENDED',
  'CLOSED',
]);
export const stationGrade = oneOf(['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED', 'UNQUALIFIED']);

/** `unitsTakenOut`: taken out of scope one by one, or gone. Absent in events of before 2026-11-28. */
const coverage = { unitsInScope: count, unitsCovered: count, unitsTakenOut: count.optional() };

/** What a station goes through after it opened. Reasons stay with the record: free text could name somebody. */
export const stationLifeCycleEvents = [
  defineEvent({
    type: 'qianshou.station.suspended.v1',
    aggregate: 'station',
    about: {
      en: 'A station stopped for the time being; its unit is not covered meanwhile.',
      zh: '社工站暂停',
    },
    data: z.object({ ...standing, from: stationStatus, since: day }),
    example: { ...standingExample, from: 'OPERATING', since: '2026-07-01' },
  }),
  defineEvent({
    type: 'qianshou.station.resumed.v1',
    aggregate: 'station',
    about: { en: 'A suspended station works again, or rectifies again.', zh: '社工站恢复' },
    data: z.object({ ...standing, to: stationStatus, resumedOn: day }),
    example: { ...standingExample, to: 'OPERATING', resumedOn: '2026-08-01' },
  }),
  defineEvent({
    type: 'qianshou.station.operator-changed.v1',
    aggregate: 'station',
    about: {
      en: 'Somebody else runs a station from a day on. People of the former operator leave, but for the postings named and the head.',
      zh: '社工站更换承接机构',
    },
    data: z.object({
      ...standing,
      before: z.object({
        operatorAgencyId: id('agy').nullable(),
        operationMode: oneOf(['PURCHASED', 'DIRECT_HIRE', 'MIXED']),
      }),
      from: day,
      stayingPostings: z.array(id('pst')),
    }),
    example: {
      ...standingExample,
      operatorAgencyId: null,
      operationMode: 'DIRECT_HIRE',
      before: { operatorAgencyId: OPERATOR, operationMode: 'PURCHASED' },
      from: '2026-07-01',
      stayingPostings: [],
    },
  }),
  defineEvent({
    type: 'qianshou.station.closed.v1',
    aggregate: 'station',
    about: { en: 'A station closed for good and freed its township unit.', zh: '社工站关闭' },
    data: z.object({
      ...standing,
      from: stationStatus,
      closedOn: day,
      /** Its latest grade and whether a rectification was overdue, for whoever keeps sums. */
      grade: stationGrade.nullable(),
      wasOverdue: z.boolean(),
      /** Whether it counted as having its whole checklist; absent in what was told before that was kept. */
      hadAllHaves: z.boolean().optional(),
    }),
    example: {
      ...standingExample,
      from: 'OPERATING',
      closedOn: '2026-12-31',
      grade: 'GOOD',
      wasOverdue: false,
      hadAllHaves: false,
    },
  }),
  defineEvent({
    type: 'qianshou.station.rectification-ordered.v1',
    aggregate: 'station',
    about: {
      en: 'A station must rectify: its operator files a plan by a day. After an evaluation or by the bureau.',
      zh: '责令整改',
    },
    data: z.object({ ...standing, orderedOn: day, planDueOn: day, evaluationId: id('sev').nullable() }),
    example: {
      ...standingExample,
      orderedOn: '2026-12-01',
      planDueOn: '2026-12-16',
      evaluationId: STATION_EVALUATION,
    },
  }),
  defineEvent({
    type: 'qianshou.station.rectification-planned.v1',
    aggregate: 'station',
    about: { en: 'The operator filed its rectification plan with a day of completion.', zh: '报送整改方案' },
    data: z.object({ ...standing, completeBy: day, wasOverdue: z.boolean() }),
    example: { ...standingExample, completeBy: '2027-03-01', wasOverdue: false },
  }),
  defineEvent({
    type: 'qianshou.station.rectification-overdue.v1',
    aggregate: 'station',
    about: { en: 'A rectification plan or its completion is late; told once.', zh: '整改逾期' },
    data: z.object({ ...standing, lacks: oneOf(['PLAN', 'COMPLETION']), dueOn: day }),
    example: { ...standingExample, lacks: 'PLAN', dueOn: '2026-12-16' },
  }),
  defineEvent({
    type: 'qianshou.station.rectified.v1',
    aggregate: 'station',
    about: { en: 'A rectification was confirmed; the station operates again.', zh: '整改完成' },
    data: z.object({ ...standing, rectifiedOn: day, wasOverdue: z.boolean() }),
    example: { ...standingExample, rectifiedOn: '2027-02-20', wasOverdue: false },
  }),
  defineEvent({
    type: 'qianshou.station.coverage-changed.v1',
    aggregate: 'county-coverage',
    about: {
      en: 'The coverage of a county changed: units in scope, and those of them with an operating station.',
      zh: '县域社工站覆盖率变更',
    },
    data: z.object({ countyCode: region, ...coverage, replaces: z.object(coverage) }),
    example: {
      countyCode: '420581',
      unitsInScope: 11,
      unitsCovered: 11,
      replaces: { unitsInScope: 11, unitsCovered: 10 },
    },
  }),
] as const;
