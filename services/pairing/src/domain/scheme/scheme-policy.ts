import { DEFAULT_GRADES, type GradeThresholds, requireGradesInOrder, wholeWithin } from '@qianshou/kernel';

/**
 * Numbers that the advising rules go by. They are data of the scheme; null switches a rule off. None of them is a
 * norm of the 2021 plan: the first three come from the notice of 2018, so what they say carries that label.
 */
export interface SchemePolicy {
  /** PAIR-8: workers that are dispatched at least. */
  readonly minimumWorkers: number | null;
  /** PAIR-8: working days of each worker in a year at least. */
  readonly minimumYearlyDays: number | null;
  /** PAIR-8: working days of a single stay at least. */
  readonly minimumStayDays: number | null;
  /** PAIR-9: local agencies grown over the pairing's life. */
  readonly minimumAgenciesGrown: number | null;
  /** PAIR-10: people that the recipient side names to be trained. */
  readonly minimumTrainees: number | null;
  /** PAIR-11: days after which a task group without activity is flagged. */
  readonly quietDays: number | null;
  /** Months that a progress report covers. */
  readonly reportMonths: number;
  /** Days after the end of a period until its report is late. */
  readonly reportGraceDays: number;
  /** The least score of each grade of an evaluation; absent in policies of before it was kept. */
  readonly grades?: GradeThresholds;
}

export function gradesOf({ grades = DEFAULT_GRADES }: Pick<SchemePolicy, 'grades'>): GradeThresholds {
  return grades;
}

/** Where PAIR-8's numbers come from (浙民社〔2018〕142号); shown beside them, so that nobody takes them for the plan's. */
export const RULE_OF_2018 = { en: '2018 rule', zh: '2018年规定' } as const;

/** Its working days of a worker in a year, by which schemes with other numbers of their own are still compared. */
export const YEARLY_DAYS_OF_2018 = 40;

export const DEFAULT_POLICY: SchemePolicy = {
  minimumWorkers: 2,
  minimumYearlyDays: YEARLY_DAYS_OF_2018,
  minimumStayDays: 10,
  minimumAgenciesGrown: 1,
  minimumTrainees: 3,
  quietDays: 90,
  reportMonths: 3,
  reportGraceDays: 30,
};

const SWITCHABLE = [
  'minimumWorkers',
  'minimumYearlyDays',
  'minimumStayDays',
  'minimumAgenciesGrown',
  'minimumTrainees',
  'quietDays',
] as const satisfies readonly (keyof SchemePolicy)[];

export function checkedPolicy(policy: SchemePolicy): SchemePolicy {
  for (const field of SWITCHABLE) {
    const value = policy[field];
    if (value !== null) wholeWithin(value, field, 1, 366);
  }
  wholeWithin(policy.reportMonths, 'reportMonths', 1, 12);
  wholeWithin(policy.reportGraceDays, 'reportGraceDays', 0, 180);
  requireGradesInOrder(gradesOf(policy));
  return policy;
}
