import { type Actor, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import { identityCaseNotFound } from '../../domain/worker/errors.ts';
import {
  type IdentityCase,
  type IdentityCaseOutcome,
  settleCase,
} from '../../domain/worker/identity-case.ts';
import type { IdentityCaseId } from '../../domain/ids.ts';
import { visibleCase } from '../../domain/worker/policy.ts';
import type { Ports } from '../ports.ts';

export interface SettleIdentityCaseInput {
  readonly caseId: IdentityCaseId;
  readonly outcome: IdentityCaseOutcome;
  readonly note: PublicText;
  readonly expectedVersion: number | null;
}

/** What the bureau that keeps the person found out. */
export const settleIdentityCase =
  ({ identityCases, clock }: Pick<Ports, 'clock' | 'identityCases'>) =>
  async (
    { caseId, expectedVersion, ...verdict }: SettleIdentityCaseInput,
    actor: Actor,
  ): Promise<IdentityCase> => {
    const found = visibleCase(actor, await identityCases.find(caseId));
    if (found === null) throw identityCaseNotFound({ id: caseId });
    expectVersion(found, expectedVersion);
    return identityCases.save(settleCase(found, verdict, chinaDay(clock.now())));
  };
