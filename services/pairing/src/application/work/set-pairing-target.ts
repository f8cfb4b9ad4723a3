import { type Actor, onceRequest } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import { type PairingTarget, setTarget, type TargetSetting } from '../../domain/work/pairing-target.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface SetPairingTargetInput extends TargetSetting {
  readonly pairingId: PairingId;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'newId' | 'targets'>;

export const setPairingTarget =
  (ports: Deps) =>
  (input: SetPairingTargetInput, actor: Actor): Promise<PairingTarget> =>
    ports.unitOfWork.once(onceRequest('setPairingTarget', actor, input), async () => {
      const { pairing, record } = await workOf(ports, input.pairingId);
      mayRecordWork(actor, pairing);
      return ports.targets.save(setTarget(ports.newId('tgt'), input, pairing, record));
    });
