import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, region, year } from '../fields.ts';
import { AGENCY, PAIRING, work, workExample } from './pairing-terms.ts';

const REPORT = 'rep_01900000-0000-7000-8000-000000000054';
const EVALUATION = 'pev_01900000-0000-7000-8000-000000000055';
const NOTE = 'svn_01900000-0000-7000-8000-000000000056';
const PUBLICITY = 'pub_01900000-0000-7000-8000-000000000057';

const report = { ...work, reportId: id('rep'), period: count, startsOn: day, endsOn: day };
const reportExample = {
  ...workExample,
  reportId: REPORT,
  period: 1,
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
};

/** What pairings report, how they are judged and advised, and what is published about them. */
export const pairingSupervisionEvents = [
  defineEvent({
    type: 'qianshou.pairing.report-submitted.v1',
    aggregate: 'progress-report',
    about: { en: 'A progress report of a period was handed in.', zh: '进展报告提交' },
    data: z.object({ ...report, late: z.boolean(), again: z.boolean().optional() }),
    example: { ...reportExample, late: false, again: false },
  }),
  defineEvent({
    type: 'qianshou.pairing.report-accepted.v1',
    aggregate: 'progress-report',
    about: { en: 'A progress report was accepted.', zh: '进展报告接受' },
    data: z.object(report),
    example: reportExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.report-returned.v1',
    aggregate: 'progress-report',
    about: { en: 'A progress report was sent back.', zh: '进展报告退回' },
    data: z.object(report),
    example: reportExample,
  }),
  defineEvent({
    type: 'qianshou.pairing.evaluated.v1',
    aggregate: 'pairing-evaluation',
    about: { en: 'A pairing was evaluated and graded.', zh: '结对评估' },
    data: z.object({
      ...work,
      evaluationId: id('pev'),
      dispatchingAgencyId: id('agy'),
      kind: z.string(),
      year,
      score: z.number().min(0).max(100),
      grade: z.string(),
      evaluatedOn: day,
    }),
    example: {
      ...workExample,
      evaluationId: EVALUATION,
      dispatchingAgencyId: AGENCY,
      kind: 'ANNUAL',
      year: 2026,
      score: 86.5,
      grade: 'GOOD',
      evaluatedOn: '2026-12-10',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.evaluation-struck.v1',
    aggregate: 'pairing-evaluation',
    about: {
      en: 'An evaluation of a pairing was struck out as a mistake; it counts no more.',
      zh: '结对评估作废',
    },
    data: z.object({
      ...work,
      evaluationId: id('pev'),
      dispatchingAgencyId: id('agy'),
      kind: z.string(),
      year,
      grade: z.string(),
    }),
    example: {
      ...workExample,
      evaluationId: EVALUATION,
      dispatchingAgencyId: AGENCY,
      kind: 'ANNUAL',
      year: 2026,
      grade: 'UNQUALIFIED',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.evaluation-corrected.v1',
    aggregate: 'pairing-evaluation',
    about: { en: 'An evaluation of a pairing was corrected.', zh: '结对评估更正' },
    data: z.object({
      ...work,
      evaluationId: id('pev'),
      dispatchingAgencyId: id('agy'),
      kind: z.string(),
      year,
      score: z.number().min(0).max(100),
      grade: z.string(),
      evaluatedOn: day,
      before: z.object({ year, grade: z.string() }),
    }),
    example: {
      ...workExample,
      evaluationId: EVALUATION,
      dispatchingAgencyId: AGENCY,
      kind: 'ANNUAL',
      year: 2026,
      score: 86.5,
      grade: 'GOOD',
      evaluatedOn: '2026-12-10',
      before: { year: 2026, grade: 'UNQUALIFIED' },
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.supervision-noted.v1',
    aggregate: 'supervision-note',
    about: { en: 'A pairing was supervised and given advice.', zh: '结对督导' },
    data: z.object({ ...work, noteId: id('svn'), notedOn: day, followUpOn: day }),
    example: { ...workExample, noteId: NOTE, notedOn: '2026-07-01', followUpOn: '2026-08-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.supervision-closed.v1',
    aggregate: 'supervision-note',
    about: { en: 'The advice of a supervision was followed up.', zh: '督导办结' },
    data: z.object({ ...work, noteId: id('svn'), closedOn: day }),
    example: { ...workExample, noteId: NOTE, closedOn: '2026-08-01' },
  }),
  defineEvent({
    type: 'qianshou.pairing.publicity-recorded.v1',
    aggregate: 'publicity-item',
    about: { en: 'Something was published about the programme.', zh: '宣传内容登记' },
    data: z.object({
      publicityId: id('pub'),
      kind: z.string(),
      publishedOn: day,
      pairingId: id('par').nullable(),
      regionCode: region,
    }),
    example: {
      publicityId: PUBLICITY,
      kind: 'NEWS',
      publishedOn: '2026-05-04',
      pairingId: PAIRING,
      regionCode: '640522',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.publicity-struck.v1',
    aggregate: 'publicity-item',
    about: { en: 'Something that was published was struck out: it counts no more.', zh: '宣传内容作废' },
    data: z.object({
      publicityId: id('pub'),
      kind: z.string(),
      publishedOn: day,
      pairingId: id('par').nullable(),
      regionCode: region,
    }),
    example: {
      publicityId: PUBLICITY,
      kind: 'NEWS',
      publishedOn: '2026-05-04',
      pairingId: PAIRING,
      regionCode: '640522',
    },
  }),
  defineEvent({
    type: 'qianshou.pairing.publicity-corrected.v1',
    aggregate: 'publicity-item',
    about: { en: 'What was recorded of something published was corrected.', zh: '宣传内容更正' },
    data: z.object({
      publicityId: id('pub'),
      kind: z.string(),
      publishedOn: day,
      pairingId: id('par').nullable(),
      regionCode: region,
      before: z.object({ publishedOn: day }),
    }),
    example: {
      publicityId: PUBLICITY,
      kind: 'NEWS',
      publishedOn: '2026-05-04',
      pairingId: PAIRING,
      regionCode: '640522',
      before: { publishedOn: '2025-05-04' },
    },
  }),
] as const;
