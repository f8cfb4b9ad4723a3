import { type Actor, chinaDay, onceRequest } from '@qianshou/kernel';
import {
  type Arrival,
  startDispatch as start,
  type StandingDispatch,
} from '../../domain/work/dispatch-assignment.ts';
import type { PairingId } from '../../domain/ids.ts';
import { noteStay, staysOfYear, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { requireDispatchable, requireSupervising } from '../../domain/work/worker-reference.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import { workerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface StartDispatchInput extends Arrival {
  readonly pairingId: PairingId;
  readonly idempotencyKey: string;
}

type Deps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'newId' | 'dispatches' | 'workers'
>;

export const startDispatch =
  (ports: Deps) =>
  (input: StartDispatchInput, actor: Actor): Promise<StandingDispatch> =>
    ports.unitOfWork.once(onceRequest('startDispatch', actor, input), async () => {
      const { pairing, record, ledger } = await workOf(ports, input.pairingId);
      mayRecordWork(actor, pairing);
      const worker = await ports.workers.find(input.workerId);
      requireDispatchable(pairing, input.workerId, worker);
      requireSupervising({ role: input.role, departed: input.departure !== null }, worker);
      await ports.unitOfWork.hold(workerKey(input.workerId));
      const ofYear = staysOfYear(ledger, input);
      const facts = {
        record,
        others: await ports.dispatches.listOfWorker(input.workerId),
        firstOfYear: ofYear.length === 0,
        daysBefore: workingDaysOf(ofYear),
        today: chinaDay(ports.clock.now()),
      };
      const started = await ports.dispatches.save(start(ports.newId('dsp'), pairing, input, facts));
      await ports.ledgers.put(noteStay(ledger, started));
      return started;
    });
