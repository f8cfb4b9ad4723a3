import { type Actor, chinaDay, type Command, decision } from '@qianshou/kernel';
import { mayKeepRecords, readScope, sees } from '../../domain/policy.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';
import { renewalNotFound } from '../../domain/renewal/errors.ts';
import { followVerdict } from '../../domain/renewal/outcome.ts';
import {
  decideRenewal as decide,
  type RenewalDecision,
  type RenewalVerdict,
} from '../../domain/renewal/renewal.ts';
import type { RenewalId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

export interface DecideRenewalInput extends Omit<RenewalVerdict, 'decidedBy'> {
  readonly renewalId: RenewalId;
  readonly expectedVersion: number | null;
}

type Deps = Pick<Ports, 'clock' | 'policies' | 'postings' | 'renewals' | 'unitOfWork'>;

/** PER-10: the bureau alone, with its reason; the exception is recorded on the post as well. */
export const decideRenewal = (deps: Deps): Command<DecideRenewalInput, RenewalDecision> => {
  const today = () => chinaDay(deps.clock.now());
  return decision<DecideRenewalInput, RenewalDecision, ReturnType<typeof decide>, RenewalDecision>(
    deps.unitOfWork,
    {
      load: async ({ renewalId: id }, actor) => seenRenewal(await deps.renewals.find(id), id, actor),
      may: (actor, { countyCode }) => mayKeepRecords(actor, countyCode),
      decide: (found, { outcome, until, reason, evidence }, { subject: decidedBy }) =>
        decide(found, { outcome, until, reason, evidence, decidedBy }, today()),
      save: async (change, { input }) => {
        const saved = await deps.renewals.save(change);
        const posting = await deps.postings.get(saved.postingId);
        const [rule = NO_LOCAL_POLICY] = await deps.policies.inForce([posting.countyCode], today());
        await deps.postings.save(followVerdict(posting, input, { rule, today: today() }));
        return saved;
      },
    },
  );
};

/** Whoever reads the post. */
export function visibleRenewal(actor: Actor, found: RenewalDecision | null): RenewalDecision | null {
  if (found === null) return null;
  const { countyCode, operatorAgencyId: agencyId, workerId } = found;
  return sees(readScope(actor), { countyCode, agencyId, workerId }) ? found : null;
}

function seenRenewal(found: RenewalDecision | null, id: RenewalId, actor: Actor): RenewalDecision {
  const seen = visibleRenewal(actor, found);
  if (seen === null) throw renewalNotFound({ id });
  return seen;
}
