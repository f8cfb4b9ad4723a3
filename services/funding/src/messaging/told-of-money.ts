import { type EventType, readFen } from '@qianshou/events';
import { type Fen, fen } from '@qianshou/kernel';
import { type Connection, currentSession } from '@qianshou/service-kit/mongo';
import { type OutboxRow, outboxRows } from '@qianshou/service-kit/outbox';
import type { ToldOfMoney } from '../application/money/ports.ts';
import type { SealedFacts } from '../domain/money/ledger-findings.ts';

/** The service's own log of events, which the broker only carries; in a transaction as it stood when that began. */
export function toldOfMoney(connection: Connection): ToldOfMoney {
  return {
    seals: async (ids) => {
      const rows = await rowsOf(connection, 'ledger-seal', ids);
      return rows.map(({ event }) => event.data as SealedFacts);
    },
    paid: async (paymentIds) => {
      const told = new Map<string, Fen>();
      for (const { aggregateId, event } of await rowsOf(connection, 'payment', paymentIds)) {
        told.set(aggregateId, fen((told.get(aggregateId) ?? 0n) + paidBy(event)));
      }
      return told;
    },
  };
}

async function rowsOf(
  connection: Connection,
  aggregate: string,
  ids: readonly string[],
): Promise<readonly Pick<OutboxRow, 'aggregateId' | 'event'>[]> {
  const asked = { aggregate, aggregateId: { $in: [...ids] } };
  const session = currentSession();
  return outboxRows(connection)
    .find(asked, { projection: { aggregateId: 1, event: 1 }, ...(session === undefined ? {} : { session }) })
    .toArray();
}

interface ToldPayment {
  readonly amountFen: string;
  readonly refundFen?: string;
  readonly wasPaid?: boolean;
}

const MADE: EventType = 'qianshou.funding.payment-made.v1';
const REFUNDED: EventType = 'qianshou.funding.payment-refunded.v1';
const RETURNED: EventType = 'qianshou.funding.payment-returned.v1';

/** What an event adds to the paid. */
function paidBy({ type, data }: OutboxRow['event']): bigint {
  const { amountFen, refundFen = '0', wasPaid = false } = data as ToldPayment;
  if (type === MADE) return readFen(amountFen);
  if (type === REFUNDED) return -readFen(refundFen);
  return type === RETURNED && wasPaid ? -readFen(amountFen) : 0n;
}
