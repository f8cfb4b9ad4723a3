import { eventCatalogue, type ServiceName, serviceOf, topicOf } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { figuresCollections } from '../figures/figure-documents.ts';
import { inboxCollections } from '../inbox/documents.ts';
import type { Subscriptions } from '../inbox/subscriptions.ts';
import { epochOf } from '../outbox/epoch.ts';
import { outboxRows } from '../outbox/outbox-rows.ts';
import type { AggregateNeed, LogNeed, Needs } from './needs.ts';

/** Begins to look whether everything that others had told by now has had its effect; asked again until it has. */
export type Hearing = () => () => Promise<boolean>;

export interface Standpoint {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly subscriptions: Subscriptions;
  readonly hearing: Hearing;
}

/** The consumer whose cursors say how far a service is with others' aggregates. */
const CONSUMER = 'reactions';

const ownersOf = Map.groupBy(eventCatalogue, ({ aggregate }) => aggregate as string);

/** Whether what this service answers now holds what is asked for: its facts, its figures and its copies of others' facts. */
export function reachedOn(
  standpoint: Standpoint,
  { aggregates, logs, copies }: Needs,
): () => Promise<boolean> {
  const isHeard = copies ? standpoint.hearing() : () => Promise.resolve(true);
  const open = new Set<() => Promise<boolean>>([
    ...aggregates.map((need) => () => holdsAggregate(standpoint, need)),
    ...logs.map((need) => () => holdsLog(standpoint, need, isHeard)),
  ]);
  return async () => {
    for (const holds of open) {
      if (!(await holds())) return false;
      open.delete(holds);
    }
    return true;
  };
}

async function holdsAggregate(standpoint: Standpoint, need: AggregateNeed): Promise<boolean> {
  const owners = new Set((ownersOf.get(need.aggregate) ?? []).map(({ type }) => serviceOf(type)));
  for (const owner of owners) {
    const holds = owner === standpoint.service ? holdsOwn : holdsCopy;
    if (!(await holds(standpoint, need, owner))) return false;
  }
  return true;
}

/** It is in the database as soon as it is decided; figures follow the log. */
async function holdsOwn(
  { connection }: Standpoint,
  { aggregate, id: aggregateId, version }: AggregateNeed,
): Promise<boolean> {
  const row = await outboxRows(connection).findOne(
    { aggregate, aggregateId, sequence: { $gte: version } },
    { sort: { sequence: 1 }, projection: { seq: 1 } },
  );
  return row !== null && row.seq !== null && (await counted(connection)) >= row.seq;
}

async function counted(connection: Connection): Promise<number> {
  const position = await figuresCollections(connection).positions.findOne({ _id: 'figures' });
  return position?.seq ?? 0;
}

async function holdsCopy(
  { connection, subscriptions }: Standpoint,
  { aggregate, id, version }: AggregateNeed,
  owner: ServiceName,
): Promise<boolean> {
  const subject = `${aggregate}/${id}`;
  if (!subscriptions.follows({ source: `/qianshou/${owner}`, subject })) return true;
  const { cursors } = inboxCollections(connection);
  const cursor = await cursors.findOne({ _id: `${CONSUMER} ${subject}` });
  return (cursor?.last ?? 0) >= version;
}

async function holdsLog(
  { connection, service, subscriptions }: Standpoint,
  need: LogNeed,
  isHeard: () => Promise<boolean>,
): Promise<boolean> {
  if (need.service !== service) return !subscriptions.topics.includes(topicOf(need.service)) || isHeard();
  // What was said in another life of the log is compared with nothing of this one.
  if ((await epochOf(connection)) !== need.epoch) return true;
  return (await counted(connection)) >= need.seq;
}
