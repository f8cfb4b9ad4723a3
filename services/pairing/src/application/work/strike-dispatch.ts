import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import { strikeDispatch as strike, type StruckDispatch } from '../../domain/work/dispatch-assignment.ts';
import type { DispatchId } from '../../domain/ids.ts';
import { noteStay, staysOfYear, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import { workerKey } from '../reference/held-keys.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface StrikeDispatchInput {
  readonly dispatchId: DispatchId;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'dispatches'>;

export const strikeDispatch =
  (ports: Deps) =>
  (input: StrikeDispatchInput, actor: Actor): Promise<StruckDispatch> =>
    ports.unitOfWork.once(onceRequest('strikeDispatch', actor, input), async () => {
      const dispatch = await ports.dispatches.get(input.dispatchId);
      mayRecordWork(actor, dispatch);
      expectVersion(dispatch, input.expectedVersion);
      await ports.unitOfWork.hold(workerKey(dispatch.workerId));
      const { pairing, ledger } = await workOf(ports, dispatch.pairingId);
      const ofYear = staysOfYear(ledger, dispatch);
      const facts = {
        reason: input.reason,
        onlyOfYear: ofYear.every(({ dispatchId }) => dispatchId === dispatch.id),
        daysBefore: workingDaysOf(ofYear),
        today: chinaDay(ports.clock.now()),
      };
      const struck = await ports.dispatches.save(strike(dispatch, pairing, facts));
      await ports.ledgers.put(noteStay(ledger, struck));
      return struck;
    });
