import type { CalendarDate } from '@qianshou/kernel';
import { pairingDatesInvalid } from '../pairing/errors.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { WorkLedger } from './work-ledger.ts';

const WORK_OVER: readonly Pairing['status'][] = ['FINAL_EVALUATION', 'COMPLETED', 'TERMINATED'];

/** Nobody is dispatched under it any more: it is being judged, or it is over. */
export function isWorkOver({ status }: Pick<Pairing, 'status'>): boolean {
  return WORK_OVER.includes(status);
}

/** The last day on which somebody can have worked; null while the pairing has no days yet. */
export function lastDayOf(pairing: Pairing): CalendarDate | null {
  const { endsOn, terminatedOn } = pairing;
  if (terminatedOn === null || endsOn === null) return endsOn;
  return terminatedOn < endsOn ? terminatedOn : endsOn;
}

/** What was recorded lies within the pairing: its end is no day before a stay or an activity. */
export function requireNothingAfter(
  { stays, lastActivityOn }: Pick<WorkLedger, 'stays' | 'lastActivityOn'>,
  lastDay: CalendarDate,
): void {
  const recorded = [
    ...stays.map(({ arrivedOn, leftOn }) => leftOn ?? arrivedOn),
    ...Object.values(lastActivityOn),
  ];
  const after = recorded
    .filter((day): day is CalendarDate => day !== null && day > lastDay)
    .toSorted()
    .at(-1);
  if (after === undefined) return;
  throw pairingDatesInvalid({
    field: 'on',
    reason: {
      en: `work of ${after} is recorded, which is later: strike that record out first, or give the right day`,
      zh: `已登记 ${after} 的工作,晚于该日:请先作废该记录,或填写正确日期`,
    },
  });
}
