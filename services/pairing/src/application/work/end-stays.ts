import { endWithPairing } from '../../domain/work/dispatch-assignment.ts';
import { isWorkOver, lastDayOf, requireNothingAfter } from '../../domain/work/pairing-last-day.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { noteStay, staysOfYear, type WorkLedger, workingDaysOf } from '../../domain/work/work-ledger.ts';
import type { Ports } from '../ports.ts';

/** Nobody stays on under a pairing whose work is over; how many days they worked may be said afterwards. */
export async function endStays(
  { dispatches }: Pick<Ports, 'dispatches'>,
  pairing: Pairing,
  ledger: WorkLedger,
): Promise<WorkLedger> {
  const lastDay = lastDayOf(pairing);
  if (!isWorkOver(pairing) || lastDay === null) return ledger;
  requireNothingAfter(ledger, lastDay);
  const open = ledger.stays.filter(({ leftOn }) => leftOn === null);
  const present = await dispatches.findMany(open.map(({ dispatchId }) => dispatchId));
  let noted = ledger;
  for (const dispatch of present) {
    if (dispatch?.status !== 'PRESENT') continue;
    const ended = await dispatches.save(
      endWithPairing(dispatch, lastDay, workingDaysOf(staysOfYear(noted, dispatch))),
    );
    noted = noteStay(noted, ended);
  }
  return noted;
}
