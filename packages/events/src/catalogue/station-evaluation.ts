import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { OPERATOR, STATION_EVALUATION } from './example-ids.ts';
import { day, id, year, oneOf } from '../fields.ts';
import { place, placeExample, standing, standingExample } from './station.ts';
import { stationGrade } from './station-life-cycle.ts';

const step = oneOf(['APPLIED', 'RECOMMENDED', 'ASSESSED', 'ON_NOTICE']);

/** How stations are graded, and how they become demonstration stations by steps. */
export const stationEvaluationEvents = [
  defineEvent({
    type: 'qianshou.station.evaluated.v1',
    aggregate: 'station-evaluation',
    about: {
      en: 'A station was evaluated and graded; an unqualified one bars its operator in the year named.',
      zh: '社工站评估',
    },
    data: z.object({
      ...place,
      evaluationId: id('sev'),
      operatorAgencyId: id('agy').nullable(),
      year,
      kind: oneOf(['MID_TERM', 'ANNUAL', 'FINAL', 'SPECIAL']),
      score: z.number().min(0).max(100),
      grade: stationGrade,
      evaluatedOn: day,
      /** The year whose purchases are closed to the operator (STA-13, FUN-14); null where the grade bars nobody. */
      barsOperatorIn: year.nullable(),
    }),
    example: {
      ...placeExample,
      evaluationId: STATION_EVALUATION,
      operatorAgencyId: OPERATOR,
      year: 2026,
      kind: 'ANNUAL',
      score: 52.5,
      grade: 'UNQUALIFIED',
      evaluatedOn: '2026-12-01',
      barsOperatorIn: 2027,
    },
  }),
  defineEvent({
    type: 'qianshou.station.evaluation-struck.v1',
    aggregate: 'station-evaluation',
    about: {
      en: 'An evaluation recorded by mistake was struck out; it bars nobody any more.',
      zh: '社工站评估作废',
    },
    data: z.object({
      ...place,
      evaluationId: id('sev'),
      operatorAgencyId: id('agy').nullable(),
      year,
      kind: oneOf(['MID_TERM', 'ANNUAL', 'FINAL', 'SPECIAL']),
      /** The year in which it had barred the operator; null where it had not. */
      barredIn: year.nullable(),
    }),
    example: {
      ...placeExample,
      evaluationId: STATION_EVALUATION,
      operatorAgencyId: OPERATOR,
      year: 2026,
      kind: 'ANNUAL',
      barredIn: 2027,
    },
  }),
  defineEvent({
    type: 'qianshou.station.evaluation-corrected.v1',
    aggregate: 'station-evaluation',
    about: { en: 'An evaluation was corrected; grade and whom it bars follow.', zh: '社工站评估更正' },
    data: z.object({
      ...place,
      evaluationId: id('sev'),
      operatorAgencyId: id('agy').nullable(),
      year,
      kind: oneOf(['MID_TERM', 'ANNUAL', 'FINAL', 'SPECIAL']),
      score: z.number().min(0).max(100),
      grade: stationGrade,
      evaluatedOn: day,
      /** The year in which it bars the operator now, and the one in which it had. */
      barsOperatorIn: year.nullable(),
      barredIn: year.nullable(),
    }),
    example: {
      ...placeExample,
      evaluationId: STATION_EVALUATION,
      operatorAgencyId: OPERATOR,
      year: 2026,
      kind: 'ANNUAL',
      score: 82.5,
      grade: 'GOOD',
      evaluatedOn: '2026-12-01',
      barsOperatorIn: null,
      barredIn: 2027,
    },
  }),
  defineEvent({
    type: 'qianshou.station.graded.v1',
    aggregate: 'station',
    about: { en: 'The latest evaluation gave a station its grade.', zh: '社工站等级变更' },
    data: z.object({
      ...standing,
      evaluationId: id('sev'),
      from: stationGrade.nullable(),
      /** Null when the only evaluation was struck out. */
      to: stationGrade.nullable(),
    }),
    example: { ...standingExample, evaluationId: STATION_EVALUATION, from: null, to: 'GOOD' },
  }),
  defineEvent({
    type: 'qianshou.station.demonstration-stepped.v1',
    aggregate: 'station',
    about: {
      en: 'An application to become a demonstration station came to its next step.',
      zh: '示范站评定进程',
    },
    data: z.object({ ...standing, step, on: day }),
    example: { ...standingExample, step: 'RECOMMENDED', on: '2026-09-01' },
  }),
  defineEvent({
    type: 'qianshou.station.demonstration-declined.v1',
    aggregate: 'station',
    about: {
      en: 'An application to become a demonstration station ended at a step.',
      zh: '示范站申报未通过',
    },
    data: z.object({ ...standing, step, on: day }),
    example: { ...standingExample, step: 'ON_NOTICE', on: '2026-09-20' },
  }),
  defineEvent({
    type: 'qianshou.station.demonstration-withdrawn.v1',
    aggregate: 'station',
    about: { en: 'A bad evaluation took the rank of demonstration station back.', zh: '撤销示范站' },
    data: z.object({ ...standing, evaluationId: id('sev'), withdrawnOn: day }),
    example: { ...standingExample, evaluationId: STATION_EVALUATION, withdrawnOn: '2026-12-10' },
  }),
] as const;
