import { meetConditions } from '../../domain/contract/conditions.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import type { Ports } from '../ports.ts';

/** FUN-12: what waits for evaluations is met by those known now; run wherever a contract or an evaluation changes. */
export async function followEvaluations(
  { contracts, evaluations }: Pick<Ports, 'contracts' | 'evaluations'>,
  contract: Contract,
): Promise<Contract> {
  const change = meetConditions(contract, await evaluations.listOf(contract.stationIds));
  return change.events.length === 0 ? contract : contracts.save(change);
}
