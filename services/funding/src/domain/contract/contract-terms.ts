import { addDays, addYears, badInput, type CalendarDate, yearOf } from '@qianshou/kernel';
import {
  contractNumberTaken,
  contractOutsideBudget,
  contractOverlaps,
  contractSignedLate,
  contractStationClosed,
  contractTermNeedsReason,
  contractTermTooLong,
} from './errors.ts';
import { isOpen } from './contract-status.ts';
import type { Contract, ContractInput } from './contract.ts';
import { contractTermsWrong, dayInFuture } from '../reference/errors.ts';
import type { StationId } from '../ids.ts';
import { type StationReplica, stationsCalled } from '../reference/replicas.ts';

export type Terms = Pick<
  ContractInput,
  'signedOn' | 'startsOn' | 'endsOn' | 'lateSigningReason' | 'longTermReason'
>;

/** How long a contract may run (政府购买服务管理办法 Art. 24): a year, with a reason three. */
const YEARS = 1;
const MOST_YEARS = 3;

/** Signed before the service begins or with the reason why not; a year long, or with the reason up to three. */
export function refuseWrongTerms(terms: Terms, today: CalendarDate, year: number): void {
  const { signedOn, startsOn, endsOn } = terms;
  if (signedOn > today) throw dayInFuture({ field: 'signedOn', day: signedOn, today });
  refuseOtherYears(terms, year);
  refuseSignedLongBefore(terms, year);
  refuseReversed(terms);
  if (signedOn > startsOn && terms.lateSigningReason === null)
    throw contractSignedLate({ signedOn, startsOn });
  if (endsOn > lastDay(startsOn, MOST_YEARS)) {
    throw contractTermTooLong({ startsOn, endsOn, latest: lastDay(startsOn, MOST_YEARS) });
  }
  if (endsOn > lastDay(startsOn, YEARS) && terms.longTermReason === null) {
    throw contractTermNeedsReason({ latest: lastDay(startsOn, YEARS) });
  }
}

export function refuseReversed({ startsOn, endsOn }: Pick<Terms, 'startsOn' | 'endsOn'>): void {
  if (endsOn > startsOn) return;
  const reason = { en: 'not after startsOn', zh: '应晚于 startsOn' };
  throw contractTermsWrong({ field: 'endsOn', reason });
}

/** A budget pays for its year; a contract that reaches so far from it is a slip of the pen. */
export function refuseOtherYears(
  { startsOn, endsOn }: Pick<Terms, 'startsOn' | 'endsOn'>,
  year: number,
): void {
  if (yearOf(startsOn) > year + MOST_YEARS) throw contractOutsideBudget({ startsOn, endsOn, year });
  if (yearOf(endsOn) < year - MOST_YEARS) throw contractOutsideBudget({ startsOn, endsOn, year });
}

/** Nobody signs longer before the service begins than a contract may run. */
function refuseSignedLongBefore({ signedOn, startsOn, endsOn }: Terms, year: number): void {
  if (addYears(signedOn, MOST_YEARS) < startsOn) throw contractOutsideBudget({ startsOn, endsOn, year });
}

function lastDay(startsOn: CalendarDate, years: number): CalendarDate {
  return addDays(addYears(startsOn, years), -1);
}

interface Claim extends Pick<Contract, 'id' | 'contractNo' | 'startsOn' | 'endsOn'> {
  readonly stationIds: readonly StationId[];
  readonly replacesContractId: Contract['id'] | null;
}

/** One contract a number in a county, and one a station at a time, unless it replaces the other. */
export function refuseBeside(claim: Claim, signed: readonly Contract[]): void {
  const others = signed.filter((each) => each.id !== claim.id && (isOpen(each) || each.status === 'CLOSED'));
  const namesake = others.find(({ contractNo }) => contractNo === claim.contractNo);
  if (namesake !== undefined) {
    throw contractNumberTaken({ contractNo: claim.contractNo, contractId: namesake.id });
  }
  const replaced = others.some(({ id }) => id === claim.replacesContractId);
  if (claim.replacesContractId !== null && !replaced) {
    throw badInput({
      field: 'replacesContractId',
      reason: {
        en: 'expected a signed contract of the county for one of its stations at the same time',
        zh: '应为本县同一社工站同期的已签合同',
      },
    });
  }
  const overlapping = others.find((other) => other.id !== claim.replacesContractId && overlaps(claim, other));
  if (overlapping === undefined) return;
  const { id: contractId, contractNo, startsOn, endsOn, stationIds } = overlapping;
  const both = stationIds.filter((station) => claim.stationIds.includes(station));
  throw contractOverlaps({ contractId, contractNo, startsOn, endsOn, stationIds: both });
}

function overlaps(a: Pick<Claim, 'stationIds' | 'startsOn' | 'endsOn'>, b: Contract): boolean {
  const sameStation = b.stationIds.some((station) => a.stationIds.includes(station));
  return sameStation && a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

export function refuseClosed(stations: readonly StationReplica[]): void {
  const closed = stations.filter(({ closedOn = null }) => closedOn !== null);
  if (closed.length > 0) throw contractStationClosed(stationsCalled(closed));
}
