import {
  type Change,
  type DomainError,
  type ErrorFactory,
  NEWER_VERSION,
  versionConflict,
  type Versioned,
} from '@qianshou/kernel';
import type { Publication } from '@qianshou/events';
import { type Connection, mongo } from 'mongoose';
import type { Outbox, OutboxEntry } from '../outbox/index.ts';
import type { AggregateModel, StoredAggregate } from './aggregate-schema.ts';
import { findManyById } from './find-many.ts';
import { inTransaction, isDuplicateKey, transactionSession } from './transaction.ts';

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
  { state, events }: Change<Saved, Event>,
): Promise<Saved> {
  if (events.length === 0) return state;
  const saved: Saved = raised({ state, events });
  const document = toDocument(saved);
  if (state.version === 0) await insert(wiring, () => model.create([document]));
  else {
    const { matchedCount } = await insert(wiring, () =>
      model.replaceOne({ _id: state.id, version: state.version }, document),
    );
    if (matchedCount === 0) throw await staleVersion(model, state);
  }
  await wiring.outbox.append(entriesOf(wiring, { state: saved, events }));
  return saved;
}

async function saveMany<State extends Aggregate, Event>(
  wiring: StoreWiring<State, Event>,
  model: AggregateModel,
  changes: readonly Change<State, Event>[],
): Promise<void> {
  const changed = changes.filter(({ events }) => events.length > 0);
  const [fresh = [], known = []] = [0, 1].map((least) =>
    changed.filter(({ state }) => Math.min(state.version, 1) === least),
  );
  // States are complete by their types, so no default is missing that mongoose would fill in at a tenth of the speed.
  const session = transactionSession();
  if (fresh.length > 0) {
    const documents = fresh.map((change) => toDocument(raised(change)));
    await insert(wiring, () => model.collection.insertMany(documents as never[], { session }));
  }
  if (known.length > 0) {
    const replacements = known.map((change) => ({
      replaceOne: {
        filter: { _id: change.state.id, version: change.state.version },
        replacement: toDocument(raised(change)),
      },
    }));
    const { matchedCount } = await insert(wiring, () =>
      model.collection.bulkWrite(replacements as never[], { session }),
    );
    if (matchedCount < known.length)
      throw versionConflict({
        currentVersion: NEWER_VERSION,
        objects: known.length - matchedCount,
      });
  }
  await wiring.outbox.append(
    changed.flatMap((change) => entriesOf(wiring, { ...change, state: raised(change) })),
  );
}

/** The state as it is stored: its version counts its events. */
export function raised<State extends Aggregate, Event>({ state, events }: Change<State, Event>): State {
  return { ...state, version: state.version + events.length };
}

/** What is told of a saved state: its last facts, whose numbers end at its version. */
function entriesOf<State extends Aggregate, Event>(
  { aggregate, publish }: StoreWiring<State, Event>,
  { state, events }: Change<State, Event>,
): readonly OutboxEntry[] {
  return events.map((event, at) => ({
    aggregate,
    aggregateId: state.id,
    sequence: state.version - events.length + at + 1,
    publication: publish(event, state),
  }));
}

/** Turns a unique index's refusal into the rule it stands for. */
async function insert<State extends Aggregate, Event, Result>(
  wiring: StoreWiring<State, Event>,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const field = isDuplicateKey(error) ? Object.keys(error['keyPattern'] as object)[0] : undefined;
    const refusal = field === undefined ? undefined : wiring.unique?.[field];
    throw refusal === undefined ? error : refusal({ field });
  }
}

/**
 * Somebody was quicker; or else what was read is newer than the snapshot of this transaction, which a busy server
 * takes from a moment before: then the transaction begins again.
 */
async function staleVersion(
  model: AggregateModel,
  state: Aggregate,
): Promise<DomainError | mongo.MongoError> {
  const current = await model.findOne({ _id: state.id }, { version: 1 }).lean();
  if (current !== null && current.version < state.version) {
    const behind = new mongo.MongoError(`the snapshot is older than version ${state.version}`);
    behind.addErrorLabel('TransientTransactionError');
    return behind;
  }
  return versionConflict({ currentVersion: current?.version ?? 0, loadedVersion: state.version });
}

/** A lean document as the domain's state: `_id` is called `id` there. */
export function toState<State>(document: { readonly _id: unknown }): State {
  const { _id, ...rest } = document;
  return { id: _id, ...rest } as State;
}

function toDocument<State extends Aggregate>(state: State): StoredAggregate {
  const { id, ...rest } = state;
  return { _id: id, ...rest };
}
