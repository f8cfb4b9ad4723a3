import {
  type Actor,
  chinaDay,
  correctionTimeIn,
  expectVersion,
  type Grounds,
  mayPutRight,
  onceRequest,
} from '@qianshou/kernel';
import type { DispatchAssignment, StruckDispatch } from '../../domain/work/dispatch-assignment.ts';
import { strikeDispatch as strike } from '../../domain/work/dispatch-correction.ts';
import type { DispatchId } from '../../domain/ids.ts';
import { noteStay, staysOfYear, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { workToPutRight } from '../../domain/work/putting-right.ts';
import { workerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface StrikeDispatchInput extends Grounds {
  readonly dispatchId: DispatchId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export type StrikeDispatchDeps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'policies' | 'dispatches'
>;

export const strikeDispatch =
  (ports: StrikeDispatchDeps) =>
  (input: StrikeDispatchInput, actor: Actor): Promise<StruckDispatch> =>
    ports.unitOfWork.once(onceRequest('strikeDispatch', actor, input), async () => {
      const dispatch = await ports.dispatches.get(input.dispatchId);
      mayPutRight(actor, workToPutRight(actor, dispatch, await correctionTimeIn(ports, dispatch.countyCode)));
      expectVersion(dispatch, input.expectedVersion);
      return strikeStay(ports, dispatch, input);
    });

/** In the transaction of whoever decides it. */
export async function strikeStay(
  ports: StrikeDispatchDeps,
  dispatch: DispatchAssignment,
  { reason, evidence }: { readonly reason: string; readonly evidence: Grounds['evidence'] },
): Promise<StruckDispatch> {
  await ports.unitOfWork.hold(workerKey(dispatch.workerId));
  const { pairing, ledger } = await workOf(ports, dispatch.pairingId);
  const ofYear = staysOfYear(ledger, dispatch);
  const facts = {
    reason,
    evidence,
    onlyOfYear: ofYear.every(({ dispatchId }) => dispatchId === dispatch.id),
    daysBefore: workingDaysOf(ofYear),
    today: chinaDay(ports.clock.now()),
  };
  const struck = await ports.dispatches.save(strike(dispatch, pairing, facts));
  await ports.ledgers.put(noteStay(ledger, struck));
  return struck;
}
