import { addDays, type CalendarDate, enumTerm, laterOf, type Warning, yearOf } from '@qianshou/kernel';
import type { WorkerId } from '../ids.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { RULE_OF_2018, type SchemePolicy } from '../scheme/scheme-policy.ts';
import { quietGroups, type WorkLedger } from './work-ledger.ts';
import { isAtWork } from './work-span.ts';

interface Work {
  readonly pairing: Pairing;
  readonly ledger: WorkLedger;
  readonly policy: SchemePolicy;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly today: CalendarDate;
}

export interface WarningFacts {
  readonly ledger: WorkLedger | null;
  readonly policy: SchemePolicy;
  readonly today: CalendarDate;
}

/** PAIR-8 to PAIR-11 on the day asked about. Nothing is advised before the work begins or after the pairing ends. */
export function pairingWarnings(
  pairing: Pairing,
  { ledger, policy, today }: WarningFacts,
): readonly Warning[] {
  if (ledger === null || !isAtWork(pairing)) return [];
  const { startsOn, endsOn } = pairing;
  const work: Work = { pairing, ledger, policy, startsOn, endsOn, today };
  return [
    ...tooFewWorkers(work),
    ...tooFewDays(work),
    ...shortStays(work),
    ...noAgencyGrown(work),
    ...tooFewTrainees(work),
    ...quiet(work),
  ];
}

function tooFewWorkers({ ledger, policy, startsOn }: Work): readonly Warning[] {
  const expected = policy.minimumWorkers;
  const value = new Set(ledger.stays.map(({ workerId }) => workerId)).size;
  if (expected === null || value >= expected) return [];
  return [
    {
      rule: 'PAIR-8',
      since: startsOn,
      label: RULE_OF_2018,
      en: `${value} of at least ${expected} workers have been dispatched.`,
      zh: `已派驻社工 ${value} 名,建议不少于 ${expected} 名。`,
      figures: [{ name: 'WORKERS', value, expected }],
    },
  ];
}

/** Asked of a year that is over, or whose last day of work is: before that the days may still come. */
function tooFewDays({ ledger, policy, endsOn, today }: Work): readonly Warning[] {
  const expected = policy.minimumYearlyDays;
  if (expected === null) return [];
  const years = [...new Set(ledger.stays.map(({ arrivedOn }) => yearOf(arrivedOn)))].toSorted(
    (a, b) => a - b,
  );
  return years.flatMap((year) => {
    const lastDay = `${year}-12-31` as CalendarDate;
    const over = endsOn < lastDay ? endsOn : lastDay;
    const short = [...daysOf(ledger, year)].filter(([, days]) => days < expected);
    if (today <= over || short.length === 0) return [];
    return [
      {
        rule: 'PAIR-8',
        since: addDays(over, 1),
        label: RULE_OF_2018,
        en: `${short.length} worker(s) worked fewer than ${expected} days in ${year}.`,
        zh: `${year} 年有 ${short.length} 名社工工作日少于 ${expected} 天。`,
        figures: short.map(([name, value]) => ({ name, value, expected })),
      },
    ];
  });
}

/** Working days of each worker in a year; a stay belongs to the year of its arrival. */
function daysOf({ stays }: WorkLedger, year: number): ReadonlyMap<WorkerId, number> {
  const days = new Map<WorkerId, number>();
  for (const { workerId, arrivedOn, workingDays } of stays) {
    if (yearOf(arrivedOn) === year) days.set(workerId, (days.get(workerId) ?? 0) + (workingDays ?? 0));
  }
  return days;
}

function shortStays({ ledger, policy }: Work): readonly Warning[] {
  const expected = policy.minimumStayDays;
  if (expected === null) return [];
  const short = ledger.stays.flatMap(({ dispatchId, leftOn, workingDays }) =>
    leftOn !== null && workingDays !== null && workingDays < expected
      ? [{ name: dispatchId, leftOn, value: workingDays, expected }]
      : [],
  );
  const since = short.map(({ leftOn }) => leftOn).toSorted()[0];
  if (since === undefined) return [];
  return [
    {
      rule: 'PAIR-8',
      since,
      label: RULE_OF_2018,
      en: `${short.length} stay(s) had fewer than ${expected} working days.`,
      zh: `有 ${short.length} 次派驻不足 ${expected} 个工作日。`,
      figures: short.map(({ name, value }) => ({ name, value, expected })),
    },
  ];
}

/** How long before its end a pairing that has grown no agency is told so. */
const LAST_DAYS = 90;

function noAgencyGrown({ pairing, policy, startsOn, endsOn, today }: Work): readonly Warning[] {
  const expected = policy.minimumAgenciesGrown;
  const value = pairing.agenciesGrown.length;
  const near = laterOf(addDays(endsOn, -LAST_DAYS), startsOn);
  const isDue = pairing.status === 'FINAL_EVALUATION' || today >= near;
  if (expected === null || value >= expected || !isDue) return [];
  return [
    {
      rule: 'PAIR-9',
      since: near < today ? near : today,
      en: `${value} of at least ${expected} local agencies have grown, and the pairing nears its end.`,
      zh: `结对即将期满,已培育本地机构 ${value} 家,应不少于 ${expected} 家。`,
      figures: [{ name: 'AGENCIES_GROWN', value, expected }],
    },
  ];
}

function tooFewTrainees({ pairing, policy, startsOn }: Work): readonly Warning[] {
  const expected = policy.minimumTrainees;
  const value = pairing.traineeIds.length;
  if (expected === null || value >= expected) return [];
  return [
    {
      rule: 'PAIR-10',
      since: startsOn,
      en: `The recipient side has named ${value} of at least ${expected} people to be trained.`,
      zh: `受援方已确定培养对象 ${value} 名,建议不少于 ${expected} 名。`,
      figures: [{ name: 'TRAINEES', value, expected }],
    },
  ];
}

function quiet({ ledger, policy, today }: Work): readonly Warning[] {
  const { quietDays } = policy;
  if (quietDays === null) return [];
  return quietGroups(ledger, quietDays)
    .filter(({ quietOn }) => quietOn <= today)
    .map(({ taskGroup, quietOn }) => ({
      rule: 'PAIR-11',
      since: quietOn,
      en: `Nothing was done to ${enumTerm('TaskGroup', taskGroup).en} for ${quietDays} days.`,
      zh: `任务组“${enumTerm('TaskGroup', taskGroup).zh}”已 ${quietDays} 天无帮扶活动。`,
      figures: [{ name: taskGroup, value: 0, expected: 1 }],
    }));
}
