import {
  type Actor,
  type CalendarDate,
  chinaDay,
  correctionTimeIn,
  expectVersion,
  type Grounds,
  mayPutRight,
  onceRequest,
} from '@qianshou/kernel';
import type {
  DispatchAssignment,
  StandingDispatch,
  StayFacts,
} from '../../domain/work/dispatch-assignment.ts';
import { correctDispatch as correct } from '../../domain/work/dispatch-correction.ts';
import type { DispatchId } from '../../domain/ids.ts';
import { workToPutRight } from '../../domain/work/putting-right.ts';
import { requireSupervising } from '../../domain/work/worker-reference.ts';
import { noteStay, staysOfYear, type WorkLedger, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { workerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import type { StrikeDispatchDeps } from './strike-dispatch.ts';
import { workOf } from './work-of.ts';

export interface CorrectDispatchInput extends Grounds {
  readonly dispatchId: DispatchId;
  readonly corrected: Partial<StayFacts>;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type CorrectDispatchDeps = StrikeDispatchDeps & Pick<Ports, 'workers'>;

/** The days of the worker, of the year before and of the year now, follow. */
export const correctDispatch =
  (ports: CorrectDispatchDeps) =>
  (input: CorrectDispatchInput, actor: Actor): Promise<StandingDispatch> =>
    ports.unitOfWork.once(onceRequest('correctDispatch', actor, input), async () => {
      const today = chinaDay(ports.clock.now());
      const dispatch = await ports.dispatches.get(input.dispatchId);
      mayPutRight(actor, workToPutRight(actor, dispatch, await correctionTimeIn(ports, dispatch.countyCode)));
      expectVersion(dispatch, input.expectedVersion);
      await ports.unitOfWork.hold(workerKey(dispatch.workerId));
      const { pairing, ledger } = await workOf(ports, dispatch.pairingId);
      const { corrected, reason, evidence } = input;
      const ofWorker = await ports.dispatches.listOfWorker(dispatch.workerId);
      const others = ofWorker.filter(({ id }) => id !== dispatch.id);
      const facts = { others, daysOfYear: daysWithout(ledger, dispatch), reason, evidence, today };
      if (corrected.role === 'SUPERVISOR') {
        const departed = (corrected.leftOn ?? dispatch.leftOn) !== null;
        requireSupervising({ role: corrected.role, departed }, await ports.workers.find(dispatch.workerId));
      }
      const saved = await ports.dispatches.save(correct(dispatch, pairing, corrected, facts));
      await ports.ledgers.put(noteStay(ledger, saved));
      return saved;
    });

function daysWithout(ledger: WorkLedger, { id, workerId }: DispatchAssignment) {
  return (arrivedOn: CalendarDate): number | null => {
    const ofYear = staysOfYear(ledger, { workerId, arrivedOn });
    const others = ofYear.filter(({ dispatchId }) => dispatchId !== id);
    return others.length === 0 ? null : workingDaysOf(others);
  };
}
