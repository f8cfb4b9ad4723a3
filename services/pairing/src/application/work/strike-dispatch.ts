import { chinaDay, type Command, decision } from '@qianshou/kernel';
import {
  type DispatchAssignment,
  strikeDispatch as strike,
  type StruckDispatch,
} from '../../domain/work/dispatch-assignment.ts';
import type { DispatchId } from '../../domain/ids.ts';
import { noteStay, staysOfYear, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import { workerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface StrikeDispatchInput {
  readonly dispatchId: DispatchId;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export type StrikeDispatchDeps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'dispatches'
>;

export const strikeDispatch = (ports: StrikeDispatchDeps): Command<StrikeDispatchInput, StruckDispatch> =>
  decision(ports.unitOfWork, {
    once: 'strikeDispatch',
    load: ({ dispatchId }: StrikeDispatchInput) => ports.dispatches.get(dispatchId),
    may: mayRecordWork,
    decide: (_dispatch, { reason }) => reason,
    save: (reason, { state }) => strikeStay(ports, state, reason),
  });

/** In the transaction of whoever decides it. */
export async function strikeStay(
  ports: StrikeDispatchDeps,
  dispatch: DispatchAssignment,
  reason: string,
): Promise<StruckDispatch> {
  await ports.unitOfWork.hold(workerKey(dispatch.workerId));
  const { pairing, ledger } = await workOf(ports, dispatch.pairingId);
  const ofYear = staysOfYear(ledger, dispatch);
  const facts = {
    reason,
    onlyOfYear: ofYear.every(({ dispatchId }) => dispatchId === dispatch.id),
    daysBefore: workingDaysOf(ofYear),
    today: chinaDay(ports.clock.now()),
  };
  const struck = await ports.dispatches.save(strike(dispatch, pairing, facts));
  await ports.ledgers.put(noteStay(ledger, struck));
  return struck;
}
