import {
  badInput,
  type CalendarDate,
  type Change,
  listFull,
  type PublicText,
  requireNotStruck,
} from '@qianshou/kernel';
import { postingDateInFuture } from '../posting/errors.ts';
import { type Posting, type PostingEvent, postFacts } from '../posting/posting.ts';

type HandedOver = Change<Posting, PostingEvent>;

const MOST_ITEMS = 50;

/** What whoever leaves hands over: keys, files, people in their care as numbers. What was done stays done. */
export function drawUpHandOver(posting: Posting, items: readonly PublicText[]): HandedOver {
  requireNotStruck(posting);
  if (items.length > MOST_ITEMS) throw listFull({ field: 'items', most: MOST_ITEMS });
  const known = posting.handOver ?? [];
  const done = known.filter(({ doneOn }) => doneOn !== null);
  const open = [...new Set(items)].filter((item) => done.every((each) => each.item !== item));
  return changed({ ...posting, handOver: [...done, ...open.map((item) => ({ item, doneOn: null }))] });
}

export function confirmHandOver(
  posting: Posting,
  {
    items,
    on,
    today,
  }: { readonly items: readonly number[]; readonly on: CalendarDate; readonly today: CalendarDate },
): HandedOver {
  requireNotStruck(posting);
  if (on > today) throw postingDateInFuture({ day: on });
  const known = posting.handOver ?? [];
  if (items.length === 0 || items.some((item) => known[item - 1] === undefined))
    throw unknownItem(known.length);
  const handOver = known.map((each, at) =>
    items.includes(at + 1) ? { ...each, doneOn: each.doneOn ?? on } : each,
  );
  return changed({ ...posting, handOver });
}

function changed(state: Posting): HandedOver {
  const open = (state.handOver ?? []).filter(({ doneOn }) => doneOn === null).length;
  return { state, events: [{ type: 'posting.hand-over-changed', ...postFacts(state), open }] };
}

function unknownItem(known: number): Error {
  return badInput({
    field: 'items',
    reason: {
      en: `expected numbers of the list, from 1 to ${known}`,
      zh: `应为清单序号，从 1 到 ${known}`,
    },
  });
}
