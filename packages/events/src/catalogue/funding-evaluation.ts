import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { CONTRACT, OPERATOR } from './example-ids.ts';
import { day, fenText, id, oneOf, region, year } from '../fields.ts';

const EVALUATION = 'fev_01900000-0000-7000-8000-000000000048';

const named = {
  evaluationId: id('fev'),
  contractId: id('con'),
  countyCode: region,
  /** The year that was evaluated. */
  year,
  providerId: id('agy'),
};
const namedExample = {
  evaluationId: EVALUATION,
  contractId: CONTRACT,
  countyCode: '420581',
  year: 2026,
  providerId: OPERATOR,
};
const by = z.string();
const grade = oneOf(['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED', 'UNQUALIFIED']);
const graded = {
  ...named,
  grade,
  total: z.number().min(0).max(100),
  evaluatedOn: day,
  /** The year whose purchases of the county are closed to the provider (FUN-14); null where the grade bars nobody. */
  barsProviderIn: year.nullable(),
};
const gradedExample = {
  ...namedExample,
  grade: 'UNQUALIFIED',
  total: 52.5,
  evaluatedOn: '2026-12-01',
  barsProviderIn: 2027,
} as const;
/** The year in which it had barred the provider before; null where it had not. */
const barredIn = year.nullable();
const scheme = { schemeId: id('evs'), countyCode: region, year, by };
const schemeExample = {
  schemeId: 'evs_01900000-0000-7000-8000-000000000049',
  countyCode: '420581',
  year: 2026,
};

/** How what was paid for performed, and how a budget was spent. */
export const fundingEvaluationEvents = [
  defineEvent({
    type: 'qianshou.funding.evaluation-graded.v1',
    aggregate: 'fund-evaluation',
    about: {
      en: 'A year of a contract was evaluated; an unqualified one bars its provider in the year named.',
      zh: '合同绩效评价',
    },
    data: z.object({ ...graded, by }),
    example: { ...gradedExample, by: 'yidu-evaluator' },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-corrected.v1',
    aggregate: 'fund-evaluation',
    about: { en: 'An evaluation was corrected; grade and whom it bars follow.', zh: '绩效评价更正' },
    data: z.object({ ...graded, barredIn }),
    example: { ...gradedExample, grade: 'GOOD', total: 80, barsProviderIn: null, barredIn: 2027 },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-struck.v1',
    aggregate: 'fund-evaluation',
    about: { en: 'An evaluation was struck out; it bars nobody any more.', zh: '绩效评价作废' },
    data: z.object({ ...named, barredIn }),
    example: { ...namedExample, barredIn: 2027 },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-appealed.v1',
    aggregate: 'fund-evaluation',
    about: { en: 'The provider objected to an evaluation.', zh: '承接机构申诉' },
    data: z.object({ ...named, by }),
    example: { ...namedExample, by: 'agency-manager' },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-appeal-decided.v1',
    aggregate: 'fund-evaluation',
    about: { en: 'The bureau answered an objection.', zh: '申诉处理' },
    data: z.object({ ...named, by, upheld: z.boolean() }),
    example: { ...namedExample, by: 'yidu-bureau', upheld: true },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-rectified.v1',
    aggregate: 'fund-evaluation',
    about: { en: 'What was barely qualified was put right.', zh: '绩效整改完成' },
    data: z.object({ ...named, by, rectifiedOn: day }),
    example: { ...namedExample, by: 'yidu-bureau', rectifiedOn: '2027-01-20' },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-rectification-overdue.v1',
    aggregate: 'fund-evaluation',
    about: { en: 'What was barely qualified was not put right in time.', zh: '绩效整改逾期' },
    data: z.object({ ...named, since: day }),
    example: { ...namedExample, since: '2027-01-31' },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-scheme-proposed.v1',
    aggregate: 'evaluation-scheme',
    about: { en: 'A county proposed how its contracts are evaluated from a year on.', zh: '拟定评价方案' },
    data: z.object(scheme),
    example: { ...schemeExample, by: 'yidu-bureau' },
  }),
  defineEvent({
    type: 'qianshou.funding.evaluation-scheme-approved.v1',
    aggregate: 'evaluation-scheme',
    about: { en: 'Finance approved it: it rules its years.', zh: '批准评价方案' },
    data: z.object(scheme),
    example: { ...schemeExample, by: 'yidu-finance' },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-evaluated.v1',
    aggregate: 'budget-evaluation',
    about: { en: 'The spending of a budget was evaluated; the next plan reads it.', zh: '预算绩效评价' },
    data: z.object({
      budgetEvaluationId: id('bev'),
      budgetPlanId: id('bud'),
      countyCode: region,
      year,
      score: z.number().min(0).max(100),
      grade,
      advice: oneOf(['KEEP', 'RAISE', 'CUT', 'STOP']),
      plannedFen: fenText,
      paidFen: fenText,
      by,
    }),
    example: {
      budgetEvaluationId: 'bev_01900000-0000-7000-8000-000000000050',
      budgetPlanId: 'bud_01900000-0000-7000-8000-000000000042',
      countyCode: '420581',
      year: 2026,
      score: 82.5,
      grade: 'GOOD',
      advice: 'KEEP',
      plannedFen: '220000000',
      paidFen: '150000000',
      by: 'yidu-bureau',
    },
  }),
] as const;
