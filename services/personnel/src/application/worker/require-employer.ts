import type { Actor } from '@qianshou/kernel';
import { requireTakesOn } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import { operatesIn } from '../reference/operates-in.ts';

export async function requireEmployer(
  ports: Pick<Ports, 'agencies' | 'centres' | 'stations'>,
  { employerAgencyId: id, countyCode }: Pick<SocialWorker, 'countyCode' | 'employerAgencyId'>,
  actor: Actor,
): Promise<void> {
  if (id === null) return;
  const employer = await ports.agencies.get(id);
  requireTakesOn(actor, employer, countyCode, await operatesIn(ports, id, countyCode));
}
