import { createSealer, type SealedAt, type SealingKeys } from '@qianshou/service-kit/sealing';
import type { PersonalVault, SealedPlace } from '../../application/worker/ports.ts';
import type { BlindIndex, Sealed } from '../../domain/worker/personal-data.ts';

/** Personal fields of workers, sealed to their document and field. */
export function sealedVault(keys: SealingKeys): PersonalVault {
  const sealer = createSealer(keys);
  return {
    seal: (place, value) => sealer.seal(at(place), value) as Sealed,
    open: (place, sealed) => sealer.open(at(place), sealed),
    indexOf: (number) => sealer.blindIndex(number) as BlindIndex,
  };
}

function at({ workerId, field }: SealedPlace): SealedAt {
  return { collection: 'workers', id: workerId, field };
}
