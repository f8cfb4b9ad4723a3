import { chinaDay, type Command, decision } from '@qianshou/kernel';
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
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface EndDispatchInput extends Departure {
  readonly dispatchId: DispatchId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'dispatches'>;

export const endDispatch = (ports: Deps): Command<EndDispatchInput, EndedDispatch> => {
  const { dispatches, ledgers, clock } = ports;
  const load = ({ dispatchId }: EndDispatchInput) => dispatches.get(dispatchId);
  return decision(ports.unitOfWork, {
    once: 'endDispatch',
    lock: async (input) => workerKey((await load(input)).workerId),
    load,
    may: mayRecordWork,
    decide: async (dispatch, input) => {
      const { pairing, ledger } = await workOf(ports, dispatch.pairingId);
      const daysBefore = workingDaysOf(staysOfYear(ledger, dispatch));
      const facts = { daysBefore, lastDay: lastDayOf(pairing), today: chinaDay(clock.now()) };
      return { change: end(dispatch, input, facts), ledger };
    },
    save: async ({ change, ledger }) => {
      const ended = await dispatches.save(change);
      await ledgers.put(noteStay(ledger, ended));
      return ended;
    },
  });
};
