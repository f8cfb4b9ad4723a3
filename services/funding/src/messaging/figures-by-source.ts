import { readFen } from '@qianshou/events';
import type { SourceKind } from '../domain/money/account.ts';
import type { Contribution, Event } from './contribution.ts';

/** What each source gives, and what of it was paid: the parts of what is planned and paid. */
export function bySource(event: Event): Contribution {
  switch (event.type) {
    case 'qianshou.funding.source-registered.v1':
      return { [`planned_${event.data.kind}`]: readFen(event.data.amountFen) };
    case 'qianshou.funding.source-adjusted.v1': {
      const { kind, amountFen, beforeFen = amountFen } = event.data;
      return { [`planned_${kind}`]: readFen(amountFen) - readFen(beforeFen) };
    }
    case 'qianshou.funding.payment-made.v1':
      return paidOf(event.data.sources, 1n);
    case 'qianshou.funding.payment-refunded.v1':
      return paidOf(event.data.sources, -1n);
    case 'qianshou.funding.payment-returned.v1':
      return event.data.wasPaid === true ? paidOf(event.data.sources, -1n) : {};
    default:
      return {};
  }
}

interface ToldPart {
  readonly kind: string;
  readonly amountFen: string;
}

/** Money of an earlier year is of the same source. */
function paidOf(sources: readonly ToldPart[] = [], sign: bigint): Contribution {
  const paid: Partial<Record<`paid_${SourceKind}`, bigint>> = {};
  for (const { kind, amountFen } of sources) {
    const name = `paid_${kind as SourceKind}` as const;
    paid[name] = (paid[name] ?? 0n) + sign * readFen(amountFen);
  }
  return paid;
}
