import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import {
  type Departure,
  endDispatch as end,
  type EndedDispatch,
} from '../../domain/work/dispatch-assignment.ts';
import type { DispatchId } from '../../domain/ids.ts';
import { lastDayOf } from '../../domain/work/pairing-last-day.ts';
import { noteStay, staysOfYear, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import { workerKey } from '../reference/held-keys.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface EndDispatchInput extends Departure {
  readonly dispatchId: DispatchId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'dispatches'>;

export const endDispatch =
  (ports: Deps) =>
  (input: EndDispatchInput, actor: Actor): Promise<EndedDispatch> =>
    ports.unitOfWork.once(onceRequest('endDispatch', actor, input), async () => {
      const dispatch = await ports.dispatches.get(input.dispatchId);
      mayRecordWork(actor, dispatch);
      expectVersion(dispatch, input.expectedVersion);
      await ports.unitOfWork.hold(workerKey(dispatch.workerId));
      const { pairing, ledger } = await workOf(ports, dispatch.pairingId);
      const daysBefore = workingDaysOf(staysOfYear(ledger, dispatch));
      const facts = { daysBefore, lastDay: lastDayOf(pairing), today: chinaDay(ports.clock.now()) };
      const ended = await ports.dispatches.save(end(dispatch, input, facts));
      await ports.ledgers.put(noteStay(ledger, ended));
      return ended;
    });
