import type { RegionCode } from '@qianshou/kernel';
import { type ExitStanding, isAskedToExit, judged, newStanding } from '../../domain/exit/exit-standing.ts';
import type { AgencyId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { Ports } from '../ports.ts';

/** What the standing of pairings on their way out rests on. */
export type ExitPorts = Pick<
  Ports,
  'agencies' | 'contracts' | 'coverages' | 'standings' | 'stations' | 'workers'
>;

/** In the transaction of the facts that something of the counties has changed. */
export async function followExitOfCounties(
  ports: ExitPorts,
  ...countyCodes: readonly RegionCode[]
): Promise<void> {
  for (const standing of await ports.standings.ofCounties(countyCodes)) await judge(ports, standing);
}

/** After copies were put right: what was judged by them is judged again. */
export const judgeExits =
  (ports: Pick<Ports, 'unitOfWork'> & ExitPorts) =>
  (countyCode: RegionCode): Promise<void> =>
    ports.unitOfWork.run(() => followExitOfCounties(ports, countyCode));

export async function followExitOfRecipient(ports: ExitPorts, agencyId: AgencyId): Promise<void> {
  for (const standing of await ports.standings.ofRecipient(agencyId)) await judge(ports, standing);
}

/** With a pairing that begins its work, or ends it. */
export async function followExitOfPairing(ports: ExitPorts, pairing: Pairing): Promise<void> {
  if (!isAskedToExit(pairing)) return ports.standings.drop(pairing.id);
  await judge(ports, (await ports.standings.find(pairing.id)) ?? newStanding(pairing));
}

/** Always written, also when it says the same: two facts that are told at once must not overlook each other. */
async function judge(ports: ExitPorts, standing: ExitStanding): Promise<void> {
  const { countyCode, recipientAgencyId } = standing;
  const [stations = []] = await ports.stations.ofCounties([countyCode]);
  const [contracts = []] = await ports.contracts.ofCounties([countyCode]);
  const [coverage = null] = await ports.coverages.findMany([countyCode]);
  const workerIds = stations.flatMap(({ staff }) => staff.map(({ workerId }) => workerId));
  const workers = await ports.workers.findMany([...new Set(workerIds)]);
  const recipient = await ports.agencies.get(recipientAgencyId);
  const known = workers.filter((worker) => worker !== null);
  await ports.standings.put(judged(standing, { stations, contracts, coverage, workers: known, recipient }));
}
