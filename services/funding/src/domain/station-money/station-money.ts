import { addFen, type CalendarDate, type Fen, fen, type PublicText } from '@qianshou/kernel';
import type { RewardAward } from '../award/reward-award.ts';
import type { AcceptanceRecord } from '../contract/acceptance-record.ts';
import type { Contract } from '../contract/contract.ts';
import { stands } from '../contract/contract-status.ts';
import type { StationId } from '../ids.ts';
import { joinParts, lessParts, type SourcePart, sumOfParts, takeParts } from '../money/source-parts.ts';
import type { PurchaseProject } from '../purchase/purchase-project.ts';
import { allocate } from '../reference/allocate.ts';

/** FUN-16: what the public reads of a station and year; never what a person is paid. */
export interface StationMoney {
  /** To be purchased for it, contracted for it, or applied for. */
  readonly plannedFen: Fen;
  /** Its share of contracts, and its approved awards. */
  readonly contractedFen: Fen;
  /** Its share of what was paid of those, less what came back. */
  readonly paidFen: Fen;
  readonly sources: readonly SourcePart[];
  readonly acceptances: readonly PublishedAcceptance[];
}

export interface PublishedAcceptance {
  readonly contractNo: PublicText;
  readonly result: AcceptanceRecord['result'];
  readonly publishedOn: CalendarDate;
  readonly publicUrl: string | null;
}

/** All of one budget year. */
export interface MoneyOfStation {
  readonly contracts: readonly Contract[];
  readonly purchases: readonly PurchaseProject[];
  readonly awards: readonly RewardAward[];
  /** Of each contract and award, what was paid and did not come back. */
  readonly paidOf: ReadonlyMap<string, Fen>;
}

/**
 * A station's part of an amount that was agreed on for several, split evenly by the one allocator: what all stations
 * are shown sums to the whole, to the fen.
 */
function shareOfStation(amountFen: Fen, stationIds: readonly StationId[], station: StationId): Fen {
  const at = stationIds.indexOf(station);
  const weights = stationIds.map(() => 1n);
  return at < 0 ? fen(0n) : (allocate(amountFen, weights)[at] ?? fen(0n));
}

const ASKED: readonly RewardAward['status'][] = ['APPLIED', 'ACCEPTED', 'APPROVED', 'PAID'];
const BOUND: readonly RewardAward['status'][] = ['APPROVED', 'PAID'];

export function moneyOfStation(station: StationId, money: MoneyOfStation): StationMoney {
  const standing = money.contracts.filter(stands);
  const shares = standing.map((contract) => shareOfContract(contract, station));
  const bound = money.awards.filter(({ status }) => BOUND.includes(status));
  const asked = money.awards.filter(({ status }) => ASKED.includes(status));
  const { purchases } = money;
  return {
    plannedFen: addFen(...plannedOf(station, { standing, purchases, shares }), ...amountsOf(asked)),
    contractedFen: addFen(...amountsOf(shares), ...amountsOf(bound)),
    paidFen: addFen(...paidOf(station, { standing, bound }, money)),
    sources: joinParts([
      ...shares.flatMap(({ sources }) => sources),
      ...bound.flatMap(({ sources }) => sources ?? []),
    ]).filter(({ amountFen }) => amountFen > 0n),
    acceptances: standing.flatMap(publishedOf),
  };
}

interface Share {
  readonly amountFen: Fen;
  readonly sources: readonly SourcePart[];
}

/** Station after station takes its part of what is left of each source: stations sum to each source, sources to each station. */
function shareOfContract({ amountFen, sources, stationIds }: Contract, station: StationId): Share {
  const share = shareOfStation(amountFen, stationIds, station);
  let left = takeParts(sources ?? [], amountFen, 'PROPORTION');
  if (share === 0n || sumOfParts(left) !== amountFen) return { amountFen: share, sources: [] };
  for (const before of stationIds.slice(0, stationIds.indexOf(station))) {
    left = lessParts(left, takeParts(left, shareOfStation(amountFen, stationIds, before), 'PROPORTION'));
  }
  return { amountFen: share, sources: takeParts(left, share, 'PROPORTION') };
}

interface Planning extends Pick<MoneyOfStation, 'purchases'> {
  readonly standing: readonly Contract[];
  readonly shares: readonly Share[];
}

/** A purchase that goes on counts whole; once it is closed, and where there was none, what was contracted counts. */
function plannedOf(station: StationId, { standing, shares, purchases }: Planning): readonly Fen[] {
  const open = purchases.filter(({ status }) => status !== 'CLOSED');
  const within = open.map(({ id }) => id);
  return [
    ...open.map(({ amountFen, stationIds }) => shareOfStation(amountFen, stationIds, station)),
    ...standing.flatMap(({ purchaseProjectId }, at) =>
      purchaseProjectId !== null && within.includes(purchaseProjectId) ? [] : (shares[at]?.amountFen ?? []),
    ),
  ];
}

interface Payable {
  readonly standing: readonly Contract[];
  readonly bound: readonly RewardAward[];
}

function paidOf(station: StationId, { standing, bound }: Payable, money: MoneyOfStation): readonly Fen[] {
  const paidFor = (id: string): Fen => money.paidOf.get(id) ?? fen(0n);
  return [
    ...standing.map(({ id, stationIds }) => shareOfStation(paidFor(id), stationIds, station)),
    ...bound.map(({ id }) => paidFor(id)),
  ];
}

function amountsOf(parts: readonly { readonly amountFen: Fen }[]): readonly Fen[] {
  return parts.map(({ amountFen }) => amountFen);
}

function publishedOf({ contractNo, acceptances }: Contract): readonly PublishedAcceptance[] {
  return acceptances.flatMap(({ result, publishedOn, publicUrl }) =>
    publishedOn === null ? [] : [{ contractNo, result, publishedOn, publicUrl }],
  );
}
