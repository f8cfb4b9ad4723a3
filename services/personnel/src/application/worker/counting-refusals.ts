import { type Actor, DomainError, rateLimited } from '@qianshou/kernel';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'budget' | 'clock' | 'disclosures'>;

/**
 * PER-16: what a registration refuses says something about who is registered, so refusals are counted and written
 * down; who has had too many is not answered at all. Not caught but noted: the refusal goes on.
 */
export async function countingRefusals<Result>(
  { budget, disclosures, clock }: Deps,
  operation: string,
  actor: Actor,
  register: () => Promise<Result>,
): Promise<Result> {
  await budget.requireLeft(actor);
  try {
    return await register();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === rateLimited.definition.code) throw error;
    const { subject } = actor;
    const kind = 'REFUSED_REGISTRATION';
    await disclosures.noteRefusal({ kind, operation, subject, code: error.code, at: clock.now() });
    await budget.spend(actor);
    throw error;
  }
}
