import { type CalendarDate, type Change, SYSTEM_ACTOR, yearOf } from '@qianshou/kernel';
import { subjectOf } from '../reference/four-eyes.ts';
import type { StationId } from '../ids.ts';
import type { StationEvaluation } from '../reference/replicas.ts';
import { isOpen } from './contract-status.ts';
import type { Contract, ContractEvent } from './contract.ts';
import type { Condition, Installment } from './installment.ts';

/** 基本合格 is put right by a day and is paid for; 不合格, or a grade that is not known here, is not. */
const PASSED = ['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED'];

const KIND_OF = { MID_TERM_EVALUATION: 'MID_TERM', FINAL_EVALUATION: 'FINAL' } as const;

/**
 * FUN-12: an installment that waits for an evaluation may be paid from the day on which every station of the contract
 * passed it. What was struck or corrected since meets it no more; what was asked for before stays as it is.
 */
export function meetConditions(
  contract: Contract,
  evaluations: readonly StationEvaluation[],
): Change<Contract, ContractEvent> {
  if (!isOpen(contract)) return { state: contract, events: [] };
  const installments = contract.installments.map((each) => ({
    ...each,
    metOn: metOn(contract, each, evaluations),
  }));
  const by = subjectOf(SYSTEM_ACTOR);
  const events = installments
    .filter((each, at) => each.metOn !== contract.installments[at]?.metOn)
    .map((installment) => ({ type: 'contract.condition-changed', by, installment }) as const);
  return { state: { ...contract, installments }, events };
}

function metOn(
  contract: Contract,
  { condition, metOn: now }: Installment,
  evaluations: readonly StationEvaluation[],
): CalendarDate | null {
  if (condition === 'SIGNING' || condition === 'SETTLEMENT') return now;
  const passedOn = contract.stationIds.map((id) => firstPassedOn(contract, condition, id, evaluations));
  const all = passedOn.filter((day) => day !== null);
  return all.length < passedOn.length ? null : (all.toSorted().at(-1) ?? null);
}

function firstPassedOn(
  contract: Contract,
  condition: keyof typeof KIND_OF,
  stationId: StationId,
  evaluations: readonly StationEvaluation[],
): CalendarDate | null {
  const days = evaluations
    .filter((each) => each.stationId === stationId && each.operatorAgencyId === contract.providerAgencyId)
    .filter((each) => each.kind === KIND_OF[condition] && PASSED.includes(each.grade))
    .filter((each) => isOf(contract, condition, each))
    .map(({ evaluatedOn }) => evaluatedOn);
  return days.toSorted()[0] ?? null;
}

/** A mid-term evaluation falls into the days of the contract; a final one may follow them, and is of its last year. */
function isOf(
  { startsOn, endsOn }: Contract,
  condition: Condition,
  { evaluatedOn, year }: StationEvaluation,
): boolean {
  if (evaluatedOn < startsOn) return false;
  return condition === 'MID_TERM_EVALUATION' ? evaluatedOn <= endsOn : year === yearOf(endsOn);
}
