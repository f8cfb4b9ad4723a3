import {
  badInput,
  type CalendarDate,
  type Change,
  DEFAULT_GRADES,
  type GradeThresholds,
  type PublicText,
  type RegionCode,
  requireGradesInOrder,
  type Versioned,
  wholeWithin,
} from '@qianshou/kernel';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import type { EvaluationSchemeId } from '../ids.ts';
import { evaluationSchemeDecided } from './errors.ts';

/** Who each gives a score (四方评价). */
export const SIDES = ['professional', 'financial', 'purchaser', 'overseer'] as const;

/** How much each of the four scores counts (评价权重), in whole percent. */
export type EvaluationWeights = Readonly<Record<(typeof SIDES)[number], number>>;

/** What a fund evaluation is measured by. */
export interface EvaluationRules {
  readonly weights: EvaluationWeights;
  readonly grades: GradeThresholds;
  /** Within how many days what is barely qualified is put right. */
  readonly rectifyDays: number;
  /** Within how many days the provider may object. */
  readonly appealDays: number;
  /** Within how many days the result of an acceptance is published. */
  readonly publishDays: number;
  /** Null: ours, where the county decided nothing. */
  readonly source: PublicText | null;
}

/** Ours, where a county decided nothing: no paper says how much each side counts. */
export const OUR_RULES: EvaluationRules = {
  weights: { professional: 25, financial: 25, purchaser: 25, overseer: 25 },
  grades: DEFAULT_GRADES,
  rectifyDays: 60,
  appealDays: 15,
  publishDays: 20,
  source: null,
};

/** A county's own rules from a year on (评价方案), proposed by the bureau and approved by finance. */
export interface EvaluationScheme extends Versioned, EvaluationRules {
  readonly id: EvaluationSchemeId;
  readonly countyCode: RegionCode;
  readonly fromYear: number;
  readonly source: PublicText;
  readonly proposedBy: string;
  readonly proposedOn: CalendarDate;
  readonly approvedBy: string | null;
  readonly approvedOn: CalendarDate | null;
}

export interface SchemeEvent {
  readonly type: 'evaluation-scheme.proposed' | 'evaluation-scheme.approved';
  readonly by: string;
}

export type SchemeInput = Omit<EvaluationScheme, 'version' | 'approvedBy' | 'approvedOn' | 'recorded'>;

const MOST_DAYS = 365;

export function proposeScheme(input: SchemeInput): Change<EvaluationScheme, SchemeEvent> {
  requireWhole(input.weights);
  requireGradesInOrder(input.grades);
  for (const name of ['rectifyDays', 'appealDays', 'publishDays'] as const)
    wholeWithin(input[name], name, 1, MOST_DAYS);
  return {
    state: { ...input, version: 0, approvedBy: null, approvedOn: null },
    events: [{ type: 'evaluation-scheme.proposed', by: input.proposedBy }],
  };
}

/** FUN-10: by another person than who proposed it; from then on it rules its years. */
export function approveScheme(
  scheme: EvaluationScheme,
  { by, on }: { readonly by: string; readonly on: CalendarDate },
): Change<EvaluationScheme, SchemeEvent> {
  if (scheme.approvedOn !== null) throw evaluationSchemeDecided({ approvedOn: scheme.approvedOn });
  requireSecondPerson('SCHEME_SETTER_APPROVER', by, [scheme.proposedBy]);
  return {
    state: { ...scheme, approvedBy: by, approvedOn: on },
    events: [{ type: 'evaluation-scheme.approved', by }],
  };
}

/** The approved scheme of the latest year up to this one, else ours; of two of one year, the one approved last. */
export function rulesOf(schemes: readonly EvaluationScheme[], year: number): EvaluationRules {
  const ruling = schemes
    .filter(({ fromYear, approvedOn }) => fromYear <= year && approvedOn !== null)
    .toSorted((a, b) => a.fromYear - b.fromYear || compareDays(a.approvedOn, b.approvedOn));
  const last = ruling.at(-1);
  if (last === undefined) return OUR_RULES;
  const { weights, grades, rectifyDays, appealDays, publishDays, source } = last;
  return { weights, grades, rectifyDays, appealDays, publishDays, source };
}

function compareDays(a: CalendarDate | null, b: CalendarDate | null): number {
  return (a ?? '').localeCompare(b ?? '');
}

function requireWhole(weights: EvaluationWeights): void {
  const all = SIDES.map((side) => weights[side]);
  for (const weight of all) wholeWithin(weight, 'weights', 0, 100);
  if (all.reduce((sum, weight) => sum + weight, 0) === 100) return;
  throw badInput({ field: 'weights', reason: { en: 'expected to sum to 100', zh: '四项权重之和应为 100' } });
}
