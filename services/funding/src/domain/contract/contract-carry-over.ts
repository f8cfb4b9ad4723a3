import { type Change, fen } from '@qianshou/kernel';
import { carry, type CarryMovements } from '../money/carry-over.ts';
import type { LedgerPlace } from '../money/ledger.ts';
import { lessParts, partsFromYear, type SourcePart, sumOfParts, takeParts } from '../money/source-parts.ts';
import type { Contract, ContractEvent } from './contract.ts';

/** In which year's ledger its money is bound now, and of which sources. */
export function boundIn({ year, sources, carriedOver }: Contract): {
  readonly year: number;
  readonly sources: readonly SourcePart[] | null;
} {
  return carriedOver ?? { year, sources };
}

/** In whose ledger that is. */
export function boundPlaceOf(contract: Contract): LedgerPlace {
  return { countyCode: contract.countyCode, year: boundIn(contract).year };
}

export interface CarryFacts {
  /** What of its money in the year's ledger was asked for and not returned. */
  readonly taken: readonly SourcePart[];
  readonly takenFen: bigint;
  /** What is bound in the year's ledger: for contracts of before their sources were kept. */
  readonly committed: readonly SourcePart[];
}

export interface ContractCarried extends CarryMovements {
  readonly change: Change<Contract, ContractEvent>;
}

/** What was not paid in the year goes on into the next one, for the same contract, from the same sources. */
export function carryContract(
  contract: Contract,
  { taken, takenFen, committed }: CarryFacts,
  by: string,
): ContractCarried {
  const { year, sources } = boundIn(contract);
  const leftFen = fen(contract.amountFen - takenFen);
  const left =
    sources === null
      ? takeParts(committed, leftFen, 'PROPORTION')
      : lessParts(sources, taken).filter(({ amountFen }) => amountFen > 0n);
  const { programme, budgetPlanId, id, budgetApprovedBy, signedBy } = contract;
  const reference = { budgetPlanId, contractId: id, awardId: null, paymentId: null };
  const approver = budgetApprovedBy === by ? signedBy : budgetApprovedBy;
  const movements = carry(
    { programme, reference, stage: 'COMMITTED', subject: id, parts: left, year },
    { actor: by, approver },
  );
  if (left.length === 0) return { change: { state: contract, events: [] }, ...movements };
  const toYear = year + 1;
  const carriedOver = { year: toYear, sources: partsFromYear(left, year) };
  const event = { type: 'contract.carried-over', by, amountFen: sumOfParts(left), toYear } as const;
  return { change: { state: { ...contract, carriedOver }, events: [event] }, ...movements };
}
