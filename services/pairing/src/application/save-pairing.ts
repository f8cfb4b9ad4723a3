import type { Change } from '@qianshou/kernel';
import type { PairingEvent } from '../domain/pairing-events.ts';
import type { Pairing } from '../domain/pairing.ts';
import { cover, newCounty, uncover } from '../domain/recipient-county.ts';
import { countyKey } from './held-keys.ts';
import type { Ports } from './ports.ts';

/** PAIR-2: with the pairing its county is saved, which is covered by exactly those that are at work. */
export async function savePairing<State extends Pairing>(
  { pairings, counties, unitOfWork }: Pick<Ports, 'pairings' | 'counties' | 'unitOfWork'>,
  before: Pairing,
  change: Change<State, PairingEvent>,
): Promise<State> {
  const saved = await pairings.save(change);
  const [wasAtWork, isAtWork] = [before.status === 'ACTIVE', saved.status === 'ACTIVE'];
  if (wasAtWork === isAtWork) return saved;
  await unitOfWork.hold(countyKey(saved.countyCode));
  const county = (await counties.find(saved.countyCode)) ?? newCounty(saved.countyCode);
  await counties.save(isAtWork ? cover(county) : uncover(county));
  return saved;
}
