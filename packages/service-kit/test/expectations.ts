import type { Connection } from '@qianshou/service-kit/mongo';
import { expect } from 'vitest';
import type { Award, History } from './two-services.ts';

/** No event without its state, no state without its event, each event's effect once and in order. */
export async function expectEveryEffectOnce(from: Connection, to: Connection): Promise<void> {
  const awards = await from.collection<Award>('awards').find().sort({ _id: 1 }).toArray();
  const expected = awards.map(({ _id, version }) => ({
    _id,
    versions: Array.from({ length: version }, (_, at) => at + 1),
  }));
  const events = await from
    .collection('outbox')
    .aggregate([
      { $sort: { sequence: 1 } },
      { $group: { _id: '$aggregateId', versions: { $push: '$sequence' } } },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  expect(events).toEqual(expected);
  const histories = await to.collection<History>('histories').find().sort({ _id: 1 }).toArray();
  expect(histories).toEqual(expected);
}

/** The log has a place for each event, none twice and none left out. */
export async function expectLogWithoutGaps(from: Connection): Promise<void> {
  const rows = await from.collection('outbox').find().sort({ seq: 1 }).toArray();
  expect(rows.map((row) => Number(row['seq']))).toEqual(rows.map((_, at) => at + 1));
}
