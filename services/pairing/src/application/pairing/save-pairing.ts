import type { Change } from '@qianshou/kernel';
import type { PairingEvent } from '../../domain/pairing/pairing-events.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { cover, newCounty, uncover } from '../../domain/county/recipient-county.ts';
import { followPairing } from '../../domain/work/work-ledger.ts';
import { endStays } from '../work/end-stays.ts';
import { type ExitPorts, followExitOfPairing } from '../exit/follow-exit.ts';
import { countyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { workOfPairing } from '../work/work-of.ts';

type Deps = Pick<Ports, 'pairings' | 'counties' | 'schemes' | 'ledgers' | 'dispatches' | 'unitOfWork'> &
  ExitPorts;

/** What a use case needs to take a pairing from one status to the next. */
export type PairingTurnDeps = Deps & Pick<Ports, 'clock'>;

/** With the pairing is saved what follows from its status. */
export async function savePairing<State extends Pairing>(
  ports: Deps,
  before: Pairing,
  change: Change<State, PairingEvent>,
): Promise<State> {
  const saved = await ports.pairings.save(change);
  await followTurn(ports, before.status, saved);
  return saved;
}

/** Who stays under it, its county's cover (PAIR-2), its exit, what its work has due. */
export async function followTurn(ports: Deps, before: Pairing['status'], saved: Pairing): Promise<void> {
  const { ledger, policy } = await workOfPairing(ports, saved);
  const noted = await endStays(ports, saved, ledger);
  await ports.ledgers.put(followPairing(noted, saved, policy));
  await followExitOfPairing(ports, saved);
  const [wasAtWork, isAtWork] = [before === 'ACTIVE', saved.status === 'ACTIVE'];
  if (wasAtWork !== isAtWork) await recount(ports, saved, isAtWork);
}

async function recount(
  { counties, unitOfWork }: Pick<Deps, 'counties' | 'unitOfWork'>,
  { countyCode }: Pairing,
  isAtWork: boolean,
): Promise<void> {
  await unitOfWork.hold(countyKey(countyCode));
  const county = (await counties.find(countyCode)) ?? newCounty(countyCode);
  await counties.save(isAtWork ? cover(county) : uncover(county));
}
