import { type Actor, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
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

type Deps = Pick<Ports, 'clock' | 'identityCases' | 'unitOfWork'>;

/** What the bureau that keeps the person found out: whoever sees the case may settle it. */
export const settleIdentityCase = (deps: Deps): Command<SettleIdentityCaseInput, IdentityCase> =>
  decision(deps.unitOfWork, {
    load: async ({ caseId }: SettleIdentityCaseInput, actor: Actor) => {
      const found = visibleCase(actor, await deps.identityCases.find(caseId));
      if (found === null) throw identityCaseNotFound({ id: caseId });
      return found;
    },
    may: () => {},
    decide: (found, { outcome, note }) => settleCase(found, { outcome, note }, chinaDay(deps.clock.now())),
    save: deps.identityCases.save,
  });
