import { type Actor, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import { commitmentKeyOf, type Contract } from '../../domain/contract/contract.ts';
import {
  closeContract,
  type ContractCorrection,
  correctContract as correct,
} from '../../domain/contract/contract-changes.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { ContractId } from '../../domain/ids.ts';
import { reversing } from '../../domain/money/movements.ts';
import { mayDecide, maySpend } from '../../domain/policy.ts';
import { contractsKey } from '../reference/held-keys.ts';
import { moveMoney } from '../money/move-money.ts';
import { followEvaluations } from './follow-evaluations.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface ContractTarget {
  readonly contractId: ContractId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
  readonly reason: PublicText;
}

export type CorrectContractInput = ContractTarget & ContractCorrection;

/** FUN-10: finance refuses what another person signed. */
export const refuseContract =
  (ports: Ports) =>
  (input: ContractTarget, actor: Actor): Promise<Contract> =>
    close(ports, input, actor, 'REFUSED');

export const withdrawContract =
  (ports: Ports) =>
  (input: ContractTarget, actor: Actor): Promise<Contract> =>
    close(ports, input, actor, 'WITHDRAWN');

/** The contract and its commitment in the journal, which is reversed: the money is free for another one. */
async function close(
  ports: Ports,
  input: ContractTarget,
  actor: Actor,
  kind: 'REFUSED' | 'WITHDRAWN',
): Promise<Contract> {
  const [operation, may] =
    kind === 'REFUSED' ? (['refuseContract', mayDecide] as const) : (['withdrawContract', maySpend] as const);
  const place = await ports.contracts.get(input.contractId);
  return moveMoney(ports, place, onceRequest(operation, actor, input), async () => {
    const { contracts, ledgers } = ports;
    const { contract, moved, decision } = await standing(ports, input, actor, may);
    const closed = await contracts.save(closeContract(contract, kind, decision, moved));
    const ledger = await ledgers.get(closed.countyCode, closed.year);
    const commitment = await ledgers.findEntry(ledger, commitmentKeyOf(closed));
    if (commitment === null) throw new Error(`the journal has no commitment of ${closed.id}`);
    const approver = decision.by === closed.budgetApprovedBy ? closed.signedBy : closed.budgetApprovedBy;
    await writeJournal(ports, closed, [reversing(commitment, { actor: decision.by, approver })]);
    return closed;
  });
}

export const correctContract =
  (ports: Ports) =>
  async (input: CorrectContractInput, actor: Actor): Promise<Contract> => {
    const place = await ports.contracts.get(input.contractId);
    return moveMoney(ports, place, onceRequest('correctContract', actor, input), async () => {
      const { contracts, unitOfWork } = ports;
      await unitOfWork.hold(contractsKey(place.countyCode));
      const { contract, moved, decision } = await standing(ports, input, actor, maySpend);
      const { contractNo, signedOn, startsOn, endsOn, lateSigningReason, longTermReason } = input;
      const terms = { contractNo, signedOn, startsOn, endsOn, lateSigningReason, longTermReason };
      const facts = { moved, beside: await contracts.findBeside(contract, terms) };
      return followEvaluations(ports, await contracts.save(correct(contract, terms, decision, facts)));
    });
  };

async function standing(ports: Ports, input: ContractTarget, actor: Actor, may: typeof maySpend) {
  const contract = await ports.contracts.get(input.contractId);
  may(actor, contract.countyCode);
  expectVersion(contract, input.expectedVersion);
  const taken = await ports.payments.takenOf(contract.id);
  const moved = [...taken.values()].some((amount) => amount > 0n);
  const on = chinaDay(ports.clock.now());
  return { contract, moved, decision: { by: subjectOf(actor), on, reason: input.reason } };
}
