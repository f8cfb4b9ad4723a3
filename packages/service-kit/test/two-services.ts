import { type EventTypeOf, eventCatalogue, type KnownEvent, type Publication } from '@qianshou/events';
import { notKnownYet, type RegionCode } from '@qianshou/kernel';
import { reactionOf, type Subscriptions } from '@qianshou/service-kit/inbox';
import { type Connection, inTransaction, transactionSession } from '@qianshou/service-kit/mongo';
import { createOutbox, prepareOutbox } from '@qianshou/service-kit/outbox';

/**
 * Two small services. The publisher pays awards: each payment is a new version of the award and one event. The
 * listener keeps, per award, the versions in the order in which they took effect: a loss, a repeat and a wrong order
 * all show there.
 */
export const PAID = 'qianshou.funding.award-paid.v1';

/** Amounts that make the listener's reaction fail. */
export const POISON = '666';
export const NEEDS_STATION = '777';
export const KILLS = '999';

type Paid = Extract<Publication, { readonly type: typeof PAID }>;

export interface Award {
  readonly _id: string;
  readonly version: number;
}

export interface History {
  readonly _id: string;
  readonly versions: readonly number[];
}

export interface Publisher {
  readonly connection: Connection;
  /** State and event in one transaction; answers the new version. */
  readonly pay: (award: number, amountFen?: string) => Promise<number>;
}

export function awardId(award: number): Paid['data']['awardId'] {
  return `awd_01900000-0000-7000-8000-${String(award).padStart(12, '0')}` as Paid['data']['awardId'];
}

export async function publisher(connection: Connection): Promise<Publisher> {
  await prepareOutbox(connection);
  const outbox = createOutbox({ connection, service: 'funding' });
  const pay = (award: number, amountFen = '100'): Promise<number> =>
    inTransaction(connection, async () => {
      const aggregateId = awardId(award);
      const saved = await connection
        .collection<Award>('awards')
        .findOneAndUpdate(
          { _id: aggregateId },
          { $inc: { version: 1 } },
          { upsert: true, returnDocument: 'after', session: transactionSession() },
        );
      const sequence = saved?.version ?? 0;
      const publication = payment(award, amountFen);
      await outbox.append([{ aggregate: 'reward-award', aggregateId, sequence, publication }]);
      return sequence;
    });
  return { connection, pay };
}

export function payment(award: number, amountFen: string): Paid {
  const stationId = 'sta_01900000-0000-7000-8000-000000000011' as Paid['data']['stationId'];
  const countyCode = '420581' as RegionCode;
  const data = { awardId: awardId(award), countyCode, year: 2026, stationId, amountFen };
  return { type: PAID, data, regionCode: countyCode };
}

const OTHERS: ReadonlySet<string> = new Set(
  eventCatalogue
    .map(({ type }) => type)
    .filter((type) => type.startsWith('qianshou.funding.') && type !== PAID),
);

/** By hand rather than by `subscribe`, so that a new event of funding does not change these tests. */
export function listener(connection: Connection): Subscriptions {
  const onPaid = async (event: KnownEvent<EventTypeOf<'funding'>>): Promise<void> => {
    if (event.type !== PAID) return;
    const { awardId: award, amountFen } = event.data;
    if (amountFen === KILLS) process.kill(process.pid, 'SIGKILL');
    if (amountFen === POISON && (await mended(connection)) === null)
      throw new TypeError('a bug in the reaction');
    if (amountFen === NEEDS_STATION && (await station(connection)) === null) {
      throw notKnownYet({ what: { en: 'station', zh: '社工站' }, id: 'sta' });
    }
    await connection
      .collection<History>('histories')
      .updateOne(
        { _id: award },
        { $push: { versions: Number(event.sequence) } },
        { upsert: true, session: transactionSession() },
      );
  };
  const handlers = new Map([[PAID, reactionOf(onPaid as (event: KnownEvent) => Promise<void>)]]);
  return {
    topics: ['qianshou.funding.v1'],
    handlers,
    ignores: ({ type }) => OTHERS.has(type),
    follows: () => true,
  };
}

const mended = (connection: Connection) => connection.collection('mended').findOne({});
const station = (connection: Connection) => connection.collection('stations').findOne({});

export async function versionsOf(connection: Connection, award: number): Promise<readonly number[]> {
  const history = await connection.collection<History>('histories').findOne({ _id: awardId(award) });
  return history?.versions ?? [];
}
