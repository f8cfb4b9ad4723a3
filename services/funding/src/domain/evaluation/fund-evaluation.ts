import {
  addDays,
  badInput,
  type CalendarDate,
  type Change,
  type DocumentReference,
  gradeOf,
  type PublicText,
  type RegionCode,
  requireScore,
  type Struck,
  type Versioned,
  yearOf,
} from '@qianshou/kernel';
import type { Contract } from '../contract/contract.ts';
import { requireStanding } from '../contract/contract-status.ts';
import type { FourEyesName } from '../reference/four-eyes-pairs.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { dayInFuture } from '../reference/errors.ts';
import type { AgencyId, ContractId, FundEvaluationId, StationId } from '../ids.ts';
import { fundEvaluationOutsideContract } from './errors.ts';
import { type EvaluationRules, type EvaluationWeights, SIDES } from './evaluation-scheme.ts';

export type FundGrade = 'EXCELLENT' | 'GOOD' | 'BARELY_QUALIFIED' | 'UNQUALIFIED';

/** What each side gives, out of 100 points. */
export type EvaluationScores = EvaluationWeights;

/** What the provider objects to (申诉), and what the bureau said. */
export interface Appeal {
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
  readonly decidedBy: string | null;
  readonly decidedOn: CalendarDate | null;
  readonly upheld: boolean | null;
  readonly decision: PublicText | null;
}

/** What was to be put right by a day, and whether it was (整改). */
export interface FundRectification {
  readonly dueOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
  readonly proof: DocumentReference | null;
  /** Told as overdue. */
  readonly overdueSince: CalendarDate | null;
}

/** The performance evaluation of a contract's year (绩效评价): four scores by the county's weights. */
export interface FundEvaluation extends Versioned {
  readonly id: FundEvaluationId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly contractId: ContractId;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly scores: EvaluationScores;
  /** Frozen with the evaluation. */
  readonly rules: EvaluationRules;
  readonly total: number;
  readonly grade: FundGrade;
  readonly evaluator: PublicText;
  readonly opinion: PublicText | null;
  readonly evaluatedOn: CalendarDate;
  readonly evaluatedBy: string;
  readonly rectification: FundRectification | null;
  readonly appeal: Appeal | null;
  readonly struck?: Struck | null;
  readonly corrections?: readonly FundCorrection[];
}

/** What stood before a correction, or before an objection that was upheld. */
export interface FundCorrection
  extends Struck, Pick<FundEvaluation, 'scores' | 'total' | 'grade' | 'evaluatedOn'> {}

interface Barring {
  /** The year in which it had barred the provider before; null where it had not. */
  readonly barredIn: number | null;
}

export type FundEvaluationEvent =
  | { readonly type: 'fund-evaluation.graded'; readonly by: string }
  | ({ readonly type: 'fund-evaluation.corrected' | 'fund-evaluation.struck' } & Barring)
  | { readonly type: 'fund-evaluation.appealed'; readonly by: string }
  | { readonly type: 'fund-evaluation.appeal-decided'; readonly by: string; readonly upheld: boolean }
  | { readonly type: 'fund-evaluation.rectified'; readonly by: string; readonly on: CalendarDate }
  | { readonly type: 'fund-evaluation.rectification-overdue'; readonly since: CalendarDate };

export interface FundEvaluationInput {
  readonly id: FundEvaluationId;
  readonly year: number;
  readonly scores: EvaluationScores;
  readonly evaluator: PublicText;
  readonly opinion: PublicText | null;
  readonly evaluatedOn: CalendarDate;
  readonly evaluatedBy: string;
}

/** FUN-14: a year of a contract that was unqualified closes the next year's purchases of the county to its provider. */
export function barsProviderIn({
  grade,
  year,
  struck = null,
}: Pick<FundEvaluation, 'grade' | 'year' | 'struck'>): number | null {
  return grade === 'UNQUALIFIED' && struck === null ? year + 1 : null;
}

export interface EvaluatingFacts {
  readonly rules: EvaluationRules;
  readonly today: CalendarDate;
  /** Pairs that the county holds otherwise than the table. */
  readonly switched?: readonly FourEyesName[];
}

/** FUN-14, FUN-10: neither who bought nor who accepted evaluates. One of a contract and year that stands, an index guards. */
export function evaluateContract(
  contract: Contract,
  input: FundEvaluationInput,
  { rules, today, switched = [] }: EvaluatingFacts,
): Change<FundEvaluation, FundEvaluationEvent> {
  requireStanding(contract);
  const acceptors = contract.acceptances.map(({ acceptedBy }) => acceptedBy);
  requireSecondPerson('BUYER_EVALUATOR', input.evaluatedBy, [contract.signedBy], switched);
  requireSecondPerson('ACCEPTOR_EVALUATOR', input.evaluatedBy, acceptors, switched);
  refuseOutside(contract, input, today);
  const { countyCode, providerAgencyId, stationIds, id: contractId } = contract;
  const measured = measure(input.scores, rules, input.evaluatedOn);
  const state: FundEvaluation = {
    ...input,
    ...measured,
    version: 0,
    countyCode,
    contractId,
    providerAgencyId,
    stationIds,
    rules,
    appeal: null,
  };
  return { state, events: [{ type: 'fund-evaluation.graded', by: input.evaluatedBy }] };
}

/** Total, grade, and what is to be put right by when: barely qualified, or worse. */
export function measure(scores: EvaluationScores, rules: EvaluationRules, on: CalendarDate) {
  const total = totalOf(scores, rules.weights);
  const grade: FundGrade = gradeOf(total, rules.grades);
  const open = { doneOn: null, proof: null, overdueSince: null };
  const rectification =
    grade === 'BARELY_QUALIFIED' ? { dueOn: addDays(on, rules.rectifyDays), ...open } : null;
  return { total, grade, rectification };
}

/** To one decimal, in whole tenths, never rounded up into the next grade. */
export function totalOf(scores: EvaluationScores, weights: EvaluationWeights): number {
  for (const side of SIDES) requireScore(scores[side]);
  const hundredths = SIDES.reduce((sum, side) => sum + Math.round(scores[side] * 10) * weights[side], 0);
  return Math.floor(hundredths / 100) / 10;
}

export function refuseOutside(
  { startsOn, endsOn }: Pick<Contract, 'startsOn' | 'endsOn'>,
  { year, evaluatedOn }: Pick<FundEvaluationInput, 'year' | 'evaluatedOn'>,
  today: CalendarDate,
): void {
  if (evaluatedOn > today) throw dayInFuture({ field: 'evaluatedOn', day: evaluatedOn, today });
  const within = year >= yearOf(startsOn) && year <= yearOf(endsOn);
  if (!within || evaluatedOn < startsOn) {
    throw fundEvaluationOutsideContract({ year, evaluatedOn, startsOn, endsOn });
  }
  if (year > yearOf(evaluatedOn))
    throw badInput({
      field: 'year',
      reason: { en: 'after the day of the evaluation', zh: '晚于评价日期所在年度' },
    });
}
