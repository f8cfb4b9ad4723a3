import { type Actor, actsForAgency, permit } from '@qianshou/kernel';
import type { Contract } from '../contract/contract.ts';
import { canRecordEvaluation } from '../policy.ts';
import { fundEvaluationOwnAgency } from './errors.ts';

/** FUN-10: never who acts for the provider. */
export function mayEvaluate(
  actor: Actor,
  { countyCode, providerAgencyId }: Pick<Contract, 'countyCode' | 'providerAgencyId'>,
): void {
  permit(canRecordEvaluation(actor, countyCode));
  if (actsForAgency(actor, providerAgencyId)) throw fundEvaluationOwnAgency();
}
