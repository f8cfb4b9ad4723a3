import { notKnownYet } from '@qianshou/kernel';
import type { WorkerFacts } from '../county/county-facts.ts';
import type { WorkerId } from '../ids.ts';
import type { DispatchRole } from './dispatch-assignment.ts';
import { dispatchSupervisorShort } from './supervising-errors.ts';
import type { Pairing } from '../pairing/pairing.ts';

/**
 * Whom the dispatching agency employs it may send. Somebody else's people and nobody at all are answered alike; that
 * neither is known may only mean that the news of a registration is still on the way.
 */
export function requireDispatchable(
  { dispatchingAgencyId: agencyId }: Pick<Pairing, 'dispatchingAgencyId'>,
  workerId: WorkerId,
  worker: WorkerFacts | null,
): void {
  if (worker === null || worker.employerAgencyId !== agencyId) {
    throw notKnownYet({
      what: { en: 'worker of the dispatching agency', zh: '援派机构的社工' },
      id: workerId,
    });
  }
}

/** PER-12: of a stay that goes on; how somebody stood in a stay of before is not known here. */
export function requireSupervising(
  { role, departed }: { readonly role: DispatchRole; readonly departed: boolean },
  worker: WorkerFacts | null,
): void {
  if (role === 'SUPERVISOR' && !departed && worker?.ceShort === true) throw dispatchSupervisorShort();
}

/** PAIR-10: people of the recipient county or of the recipient agency. */
export function requireTrainable(
  { recipientAgencyId, countyCode }: Pick<Pairing, 'countyCode' | 'recipientAgencyId'>,
  workerIds: readonly WorkerId[],
  workers: readonly (WorkerFacts | null)[],
): void {
  const strangers = workerIds.filter((_id, at) => {
    const worker = workers[at] ?? null;
    if (worker === null) return true;
    return worker.countyCode !== countyCode && worker.employerAgencyId !== recipientAgencyId;
  });
  if (strangers.length > 0)
    throw notKnownYet({
      rule: 'PAIR-10',
      what: { en: 'worker of the recipient side', zh: '受援方的社工' },
      id: strangers,
    });
}
