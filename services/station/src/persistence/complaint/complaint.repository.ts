import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  idsOf,
  keysetPage,
  oneOf,
  type Publish,
  retryingOnDuplicate,
  STRUCK,
  transactionSession,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ComplaintFilter, Complaints, PlaceTaker } from '../../application/complaint/ports.ts';
import type { Complaint, ComplaintEvent } from '../../domain/complaint/complaint.ts';
import { complaintNotFound } from '../../domain/complaint/errors.ts';
import type { ComplaintId } from '../../domain/ids.ts';
import { byDay, inRegion } from '../reference/day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const complaintSchema = aggregateSchema(
  {
    stationId: text,
    townshipCode: text,
    countyCode: text,
    regions: [String],
    kind: text,
    statement: text,
    receivedOn: text,
    dueOn: text,
    overdueSince: optionalText,
    // One of before took a place, whoever it came from.
    tookPlace: { type: Boolean, default: true },
    status: text,
    struck: { ...STRUCK, default: undefined },
    handling: { type: { _id: false, on: text, outcome: text, result: text }, default: null },
  },
  [
    { keys: { receivedOn: 1, _id: 1 } },
    { keys: { regions: 1, receivedOn: 1, _id: 1 } },
    { keys: { stationId: 1, receivedOn: 1, _id: 1 } },
    { keys: { status: 1, receivedOn: 1, _id: 1 } },
    // Only open complaints are in it: the job that finds late ones reads nothing else.
    { keys: { dueOn: 1 }, where: { status: 'RECEIVED' } },
  ],
);

/** One document a station and day, raised by each complaint. */
const placesSchema = aggregateSchema({ taken: { type: Number, required: true } }, []);

export function mongoComplaints(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Complaint, ComplaintEvent>,
): Complaints {
  const model = aggregateModel(connection, 'Complaint', complaintSchema, 'complaints');
  const places = aggregateModel(connection, 'ComplaintPlaces', placesSchema, 'complaint_places');
  const store = aggregateStore<Complaint, ComplaintEvent>({
    connection,
    model,
    aggregate: 'complaint',
    outbox,
    publish,
    notFound: complaintNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<Complaint>({ model, filter: toFilter(filter), order: byDay('receivedOn', direction), page }),
    due: (before) => {
      const filter = { status: 'RECEIVED', overdueSince: null, dueOn: trusted({ $lt: before }) };
      return idsOf<ComplaintId>(model, filter, { dueOn: 1 });
    },
    takePlace: (stationId, day, taker) => takePlace(places, `${stationId}/${day}${ownPart(taker)}`),
    freePlace: async (stationId, day) => {
      const ofDay = { _id: `${stationId}/${day}` as never, taken: trusted({ $gt: 0 }) };
      await places.collection.updateOne(ofDay, { $inc: { taken: -1 } }, { session: transactionSession() });
    },
  };
}

/** Raised in the transaction of the complaint: two at once do not both take the last place. */
async function takePlace(places: AggregateModel, key: string): Promise<number> {
  const raised = await retryingOnDuplicate(() =>
    places.collection.findOneAndUpdate(
      { _id: key as never },
      { $inc: { taken: 1 }, $setOnInsert: { version: 1 } },
      { upsert: true, returnDocument: 'after', session: transactionSession() },
    ),
  );
  return Number(raised?.['taken'] ?? 0);
}

/** No subject begins with a line break. */
function ownPart(taker: PlaceTaker): string {
  if (taker === 'STRANGERS') return '';
  return 'subject' in taker ? `/${taker.subject}` : `/\n${taker.origin}`;
}

function toFilter({ within, stationId, status }: ComplaintFilter): Record<string, unknown> {
  return {
    ...inRegion(within),
    ...(stationId === null ? {} : { stationId }),
    ...oneOf('status', status),
  };
}
