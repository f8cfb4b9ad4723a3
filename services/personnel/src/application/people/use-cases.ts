import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import { listMyPeople } from './list-my-people.ts';
import { listPersonalDataReadings, listReadingsOf } from './list-readings.ts';

/** Of those whose post the caller runs. */
const nameOnPost =
  ({ vault }: Pick<Ports, 'vault'>) =>
  ({ id, name }: Pick<SocialWorker, 'id' | 'name'>): string =>
    vault.open({ workerId: id, field: 'NAME' }, name);

export function useCasesOfPeople(ports: Ports) {
  return {
    nameOnPost: nameOnPost(ports),
    listMyPeople: listMyPeople(ports),
    listPersonalDataReadings: listPersonalDataReadings(ports),
    listReadingsOf: listReadingsOf(ports),
  };
}
