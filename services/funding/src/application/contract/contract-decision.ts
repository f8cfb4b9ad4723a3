import { type Actor, chinaDay, type PublicText } from '@qianshou/kernel';
import { boundPlaceOf } from '../../domain/contract/contract-carry-over.ts';
import type { ContractDecision } from '../../domain/contract/contract-changes.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { ContractId } from '../../domain/ids.ts';
import { contractsKey, ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What every change of a signed contract says. */
export interface ContractTarget {
  readonly contractId: ContractId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
  readonly reason: PublicText;
}

export const onContract = ({ contracts }: Pick<Ports, 'contracts'>) => ({
  load: ({ contractId }: Pick<ContractTarget, 'contractId'>) => contracts.get(contractId),
});

/** The money of its county and year, and the numbers and days of the contracts beside it. */
export const lockContract =
  ({ contracts }: Pick<Ports, 'contracts'>) =>
  async ({ contractId }: Pick<ContractTarget, 'contractId'>): Promise<readonly string[]> => {
    const contract = await contracts.get(contractId);
    return [ledgerKey(contract), contractsKey(contract.countyCode)];
  };

/** The money of it where it is bound now, and the contracts beside it. */
export const lockBound =
  ({ contracts }: Pick<Ports, 'contracts'>) =>
  async ({ contractId }: Pick<ContractTarget, 'contractId'>): Promise<readonly string[]> => {
    const contract = await contracts.get(contractId);
    return [ledgerKey(boundPlaceOf(contract)), contractsKey(contract.countyCode)];
  };

/** Whether money was asked for under it, so that it can no longer be changed. */
export async function hasMoved({ payments }: Pick<Ports, 'payments'>, id: ContractId): Promise<boolean> {
  return [...(await payments.takenOf(id)).values()].some((amount) => amount > 0n);
}

export function decidedBy(
  { clock }: Pick<Ports, 'clock'>,
  actor: Actor,
  reason: PublicText,
): ContractDecision {
  return { by: subjectOf(actor), on: chinaDay(clock.now()), reason };
}
