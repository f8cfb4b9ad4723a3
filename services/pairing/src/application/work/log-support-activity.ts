import { type Actor, chinaDay, onceRequest } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import { type ActivityEntry, logActivity, type SupportActivity } from '../../domain/work/support-activity.ts';
import { noteActivity } from '../../domain/work/work-ledger.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface LogSupportActivityInput extends ActivityEntry {
  readonly pairingId: PairingId;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'newId' | 'activities'>;

export const logSupportActivity =
  (ports: Deps) =>
  (input: LogSupportActivityInput, actor: Actor): Promise<SupportActivity> =>
    ports.unitOfWork.once(onceRequest('logSupportActivity', actor, input), async () => {
      const { pairing, record, ledger, policy } = await workOf(ports, input.pairingId);
      mayRecordWork(actor, pairing);
      const facts = { record, today: chinaDay(ports.clock.now()) };
      const logged = await ports.activities.save(logActivity(ports.newId('act'), pairing, input, facts));
      await ports.ledgers.put(noteActivity(ledger, logged, policy));
      return logged;
    });
