import {
  type Change,
  type ErrorFactory,
  listFull,
  NEWER_VERSION,
  versionConflict,
  type Versioned,
} from '@qianshou/kernel';
import type { Publication } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { recordedNow, recordSaved } from '../audit/record-decision.ts';
import type { Outbox, OutboxEntry } from '../outbox/outbox.ts';
import { type AggregateModel, searchPathOf, type StoredAggregate } from './aggregate-schema.ts';
import { trusted } from '../mongo/connection.ts';
import { findManyById } from './find-many.ts';
import { asItsAuthor } from '../scope/scope.ts';
import { SEARCH, withoutSearch, withSearch } from './name-search.ts';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import { staleVersion } from './stale-version.ts';
import { refusalOfTaken } from './taken.ts';

/** What may go on for ever is a collection of its own: a document is read whole, and ends at 16 MB. */
const MOST_ENTRIES = 1_000;

export interface Aggregate extends Versioned {
  readonly id: string;
}

/** How a domain event is told to other services: messaging's part, which the container hands to the store. */
export type Publish<State, Event> = (event: Event, state: State) => Publication;

export interface StoreWiring<State extends Aggregate, Event> {
  readonly connection: Connection;
  readonly model: AggregateModel;
  /** As in the event catalogue, e.g. `station`. */
  readonly aggregate: string;
  readonly outbox: Outbox;
  readonly publish: Publish<State, Event>;
  readonly notFound: ErrorFactory;
  /** It says facts of a person: of what changes in it, the audit log keeps digests alone. */
  readonly personal?: boolean;
  /** It is somebody else's: whoever caused it is not told, in what an answer says it wrote, that there is such a thing. */
  readonly untold?: boolean;
  /** A unique index's first field -> the refusal it means. */
  readonly unique?: Readonly<Record<string, ErrorFactory>>;
}

export interface AggregateStore<State extends Aggregate, Event> {
  readonly find: (id: State['id']) => Promise<State | null>;
  readonly get: (id: State['id']) => Promise<State>;
  /** In the order asked for, null where there is none: what a loader needs. */
  readonly findMany: (ids: readonly State['id'][]) => Promise<readonly (State | null)[]>;
  /**
   * State and events in one transaction. The document must still have the version that was loaded, else
   * VERSION_CONFLICT. Returns the state with its new version. No events: nothing to save.
   */
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
  /** Many different aggregates and their events at once, all or none: where each by itself would take too long. */
  readonly saveMany: (changes: readonly Change<State, Event>[]) => Promise<void>;
}

export function aggregateStore<State extends Aggregate, Event>(
  wiring: StoreWiring<State, Event>,
): AggregateStore<State, Event> {
  const { model } = wiring;
  const find = async (id: string): Promise<State | null> => {
    const document = await model.findOne({ _id: id }).lean();
    return document === null ? null : toState<State>(document);
  };
  return {
    find,
    get: async (id) => {
      const state = await find(id);
      if (state === null) throw wiring.notFound({ id });
      return state;
    },
    findMany: (ids) => findManyById(model, ids, toState<State>),
    save: (change) => inTransaction(wiring.connection, () => save(wiring, model, change)),
    saveMany: (changes) => inTransaction(wiring.connection, () => saveMany(wiring, model, changes)),
  };
}

async function save<State extends Aggregate, Event, Saved extends State>(
  wiring: StoreWiring<State, Event>,
  model: AggregateModel,
  made: Change<Saved, Event>,
): Promise<Saved> {
  const { state, events } = made;
  if (events.length === 0) return state;
  const saved = raised<Saved, Event>(made);
  const after = toDocument(model, saved);
  const before = await insert(wiring, state, () => put(model, state, after));
  await tell(wiring, [{ made, change: { state: saved, events }, before, after }]);
  return saved;
}

/** Returns what stood there before; null for what is new. */
async function put(
  model: AggregateModel,
  { id, version }: Aggregate,
  document: StoredAggregate,
): Promise<StoredAggregate | null> {
  if (version === 0) {
    await model.create([document]);
    return null;
  }
  const before = await model.findOneAndReplace({ _id: id, version }, document).lean();
  if (before === null) throw await staleVersion(model, { id, version });
  return before;
}

interface Told<State, Event> {
  /** As the decision made it: its author is known by it. */
  readonly made: object;
  readonly change: Change<State, Event>;
  readonly before: StoredAggregate | null;
  readonly after: StoredAggregate;
}

/** The events, and who did it. */
async function tell<State extends Aggregate, Event>(
  wiring: StoreWiring<State, Event>,
  told: readonly Told<State, Event>[],
): Promise<void> {
  const entries = told.map(({ made, change }) => entriesOf(wiring, made, change));
  await wiring.outbox.append(entries.flat());
  await recordSaved(
    wiring,
    told.map(({ made, before, after }, at) => ({
      made,
      before: before === null ? null : withoutSearch(before),
      after: withoutSearch(after),
      publications: (entries[at] ?? []).map(({ publication }) => publication),
    })),
  );
}

async function saveMany<State extends Aggregate, Event>(
  wiring: StoreWiring<State, Event>,
  model: AggregateModel,
  changes: readonly Change<State, Event>[],
): Promise<void> {
  const told = await withBefore(
    model,
    changes.filter(({ events }) => events.length > 0),
  );
  const fresh = told.filter(({ change }) => change.state.version === 0);
  const known = told.filter(({ change }) => change.state.version > 0);
  // States are complete by their types, so no default is missing that mongoose would fill in at a tenth of the speed.
  const session = transactionSession();
  if (fresh.length > 0) {
    const documents = fresh.map(({ after }) => after);
    await insert(wiring, only(fresh), () => model.collection.insertMany(documents as never[], { session }));
  }
  if (known.length > 0) {
    const replacements = known.map(({ change: { state }, after }) => ({
      replaceOne: { filter: { _id: state.id, version: state.version }, replacement: after },
    }));
    const { matchedCount } = await insert(wiring, only(known), () =>
      model.collection.bulkWrite(replacements as never[], { session }),
    );
    if (matchedCount < known.length)
      throw versionConflict({
        currentVersion: NEWER_VERSION,
        objects: known.length - matchedCount,
      });
  }
  const saved = told.map((each) => ({ ...each, change: { ...each.change, state: raised(each.change) } }));
  await tell(wiring, saved);
}

/** As they stand in the database, for the audit log: read once for all. */
async function withBefore<State extends Aggregate, Event>(
  model: AggregateModel,
  changes: readonly Change<State, Event>[],
): Promise<readonly Told<State, Event>[]> {
  const ids = changes.filter(({ state }) => state.version > 0).map(({ state }) => state.id);
  const documents = ids.length === 0 ? [] : await model.find({ _id: trusted({ $in: ids }) }).lean();
  const before = new Map(documents.map((document) => [document._id, document]));
  return changes.map((change) => ({
    made: change,
    change,
    before: before.get(change.state.id) ?? null,
    after: toDocument(model, raised(change)),
  }));
}

/** The state as it is stored: its version counts its events, and of a new one it is kept who recorded it. */
export function raised<State extends Aggregate, Event>(change: Change<State, Event>): State {
  const { state, events } = change;
  const saved = { ...state, version: state.version + events.length };
  if (state.version > 0 || state.recorded !== undefined) return saved;
  const recorded = asItsAuthor(change, () => recordedNow(state));
  return recorded === undefined ? saved : { ...saved, recorded };
}

/** What is told of a saved state: its last facts, whose numbers end at its version. */
function entriesOf<State extends Aggregate, Event>(
  { aggregate, publish, untold = false }: StoreWiring<State, Event>,
  made: object,
  { state, events }: Change<State, Event>,
): readonly OutboxEntry[] {
  return events.map((event, at) => ({
    made,
    aggregate,
    aggregateId: state.id,
    sequence: state.version - events.length + at + 1,
    publication: publish(event, state),
    untold,
  }));
}

async function insert<State extends Aggregate, Event, Result>(
  { unique = {} }: StoreWiring<State, Event>,
  state: State | null,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw refusalOfTaken(error, unique, state);
  }
}

function only<State, Event>(told: readonly Told<State, Event>[]): State | null {
  return told.length === 1 ? (told[0]?.change.state ?? null) : null;
}

/** A lean document as the domain's state: `_id` is called `id` there. */
export function toState<State>(document: { readonly _id: unknown }): State {
  const { _id, [SEARCH]: _search, ...rest } = document as Readonly<Record<string, unknown>>;
  return { id: _id, ...rest } as State;
}

function toDocument<State extends Aggregate>(model: AggregateModel, state: State): StoredAggregate {
  const { id, ...rest } = state;
  for (const [field, value] of Object.entries(rest)) {
    if (Array.isArray(value) && value.length > MOST_ENTRIES) throw listFull({ field, most: MOST_ENTRIES });
  }
  return withSearch({ _id: id, ...rest }, searchPathOf(model));
}
