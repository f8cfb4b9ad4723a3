import type { Actor } from '@qianshou/kernel';
import { requireTakesOn } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

export async function requireEmployer(
  { agencies, stations, centres }: Pick<Ports, 'agencies' | 'centres' | 'stations'>,
  { employerAgencyId: id, countyCode }: Pick<SocialWorker, 'countyCode' | 'employerAgencyId'>,
  actor: Actor,
): Promise<void> {
  if (id === null) return;
  const employer = await agencies.get(id);
  const operatesThere =
    (await stations.isOperatedBy(id, countyCode)) || (await centres.isOperatedBy(id, countyCode));
  requireTakesOn(actor, employer, countyCode, operatesThere);
}
