import { addFen, type CalendarDate, type Change, type Fen, fen, type PublicText } from '@qianshou/kernel';
import type { Movement } from '../money/journal-entry.ts';
import type { SourcePart } from '../money/source-part.ts';
import type { TakenFen } from '../money/taken.ts';
import { contractTermsWrong, dayInFuture } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { releasedParts, releaseOf, withoutParts } from './contract-release.ts';
import { requireOpen } from './contract-status.ts';
import { signedFenOf } from './contract-supplement.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { settlementOutOfBounds } from './errors.ts';
import type { Installment } from './installment.ts';

export interface TerminationInput {
  /** Its last day of service. */
  readonly on: CalendarDate;
  /** What is paid for it in all, the paid included. */
  readonly settlementFen: Fen;
  readonly reason: PublicText;
  readonly by: string;
  readonly today: CalendarDate;
}

export interface TerminationFacts {
  readonly taken: TakenFen;
  /** Of which sources of its ledger payments were asked for or made. */
  readonly takenParts: readonly SourcePart[];
}

export interface ContractTerminated {
  readonly change: Change<Contract, ContractEvent>;
  /** What is free again; null where nothing is. */
  readonly movement: Movement | null;
}

/**
 * Ended before its time (终止): what was asked for stays, what the settlement leaves is one last installment, and the rest
 * is free again for the sources that it came from.
 */
export function terminateContract(
  contract: Contract,
  input: TerminationInput,
  { taken, takenParts }: TerminationFacts,
): ContractTerminated {
  refuseWrongly(contract, input);
  const { on, by, settlementFen } = input;
  const takenFen = addFen(...taken.values());
  if (settlementFen < takenFen || settlementFen > contract.amountFen) {
    throw settlementOutOfBounds({ leastFen: takenFen.toString(), mostFen: contract.amountFen.toString() });
  }
  const leftFen = fen(settlementFen - takenFen);
  const releasedFen = fen(contract.amountFen - settlementFen);
  const released = releasedParts(contract, takenParts, leftFen);
  const state: Contract = {
    ...withoutParts(contract, released),
    status: 'TERMINATED',
    signedFen: signedFenOf(contract),
    amountFen: settlementFen,
    endsOn: on,
    installments: settledInstallments(contract, { taken, leftFen, on }),
    notes: [...contract.notes, { kind: 'TERMINATED', by, on: input.today, reason: input.reason }],
  };
  const event = { type: 'contract.terminated', by, releasedFen, on } as const;
  return {
    change: { state, events: [event] },
    movement: releasedFen === 0n ? null : releaseOf(contract, { by, releasedFen, released }),
  };
}

function refuseWrongly(contract: Contract, { on, by, today }: TerminationInput): void {
  requireOpen(contract);
  requireSecondPerson('BUYER_CONTROLLER', by, [contract.signedBy]);
  if (on > today) throw dayInFuture({ field: 'terminatedOn', day: on, today });
  if (on < contract.startsOn || on > contract.endsOn) {
    throw contractTermsWrong({
      field: 'terminatedOn',
      reason: { en: 'not within the days of the contract', zh: '不在合同期限内' },
    });
  }
}

interface Settled {
  readonly taken: TakenFen;
  readonly leftFen: Fen;
  readonly on: CalendarDate;
}

/** Each stays with what was asked for of it; what is left to pay is one more. */
function settledInstallments(contract: Contract, { taken, leftFen, on }: Settled): readonly Installment[] {
  const kept = contract.installments.flatMap((each) => {
    const amountFen = taken.get(each.no) ?? fen(0n);
    return amountFen > 0n ? [{ ...each, amountFen }] : [];
  });
  if (leftFen === 0n) return kept;
  const perMille = Number((1000n * leftFen) / signedFenOf(contract));
  const no = Math.max(0, ...contract.installments.map((each) => each.no)) + 1;
  return [...kept, { no, condition: 'SETTLEMENT', perMille, amountFen: leftFen, metOn: on }];
}
