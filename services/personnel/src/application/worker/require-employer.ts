import { type Actor, termOf } from '@qianshou/kernel';
import { workerEmployerNotActive } from '../../domain/worker/errors.ts';
import { requireEmployerOfCounty } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

export async function requireEmployer(
  { agencies, stations, centres }: Pick<Ports, 'agencies' | 'centres' | 'stations'>,
  { employerAgencyId: id, countyCode }: Pick<SocialWorker, 'countyCode' | 'employerAgencyId'>,
  actor: Actor,
): Promise<void> {
  if (id === null) return;
  const employer = await agencies.get(id);
  if (employer.status !== 'ACTIVE')
    throw workerEmployerNotActive({ status: termOf('AgencyStatus', employer.status) });
  const operatesThere =
    (await stations.isOperatedBy(id, countyCode)) || (await centres.isOperatedBy(id, countyCode));
  requireEmployerOfCounty(actor, employer, countyCode, operatesThere);
}
