import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { RECORDED } from './fact-fields.ts';
import { fillWhatIsRead } from './missing-fields.ts';
import { SEARCH, SEARCH_FIELD } from './name-search.ts';

/** A document of an aggregate as the database holds it. Its other fields are typed by the domain, behind the store. */
export type StoredAggregate = { _id: string; version: number } & Record<string, unknown>;

export type AggregateModel = Model<StoredAggregate>;

/** Index keys in order; `unique` and `partialFilterExpression` as MongoDB knows them. */
export interface IndexDeclaration {
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly where?: Readonly<Record<string, unknown>>;
  /** For rows that serve for a time: how long after the day in the (only) key. */
  readonly keptForDays?: number;
}

/** A unique index of an earlier version, by its keys in their order. */
export type RetiredIndex = IndexDeclaration['keys'];

export interface SchemaOptions {
  /** The field that holds what people call the record: its tokens are kept beside it, for `namedLike`. */
  readonly searchedBy?: string;
  /** They refuse what is allowed now: dropped at start-up. One of the same keys that is declared now stays. */
  readonly retired?: readonly RetiredIndex[];
}

/**
 * The document of an aggregate: `_id` is the domain id, `version` the optimistic lock. Every field is named, and an
 * unnamed one is refused; absent values are stored as null, so that a filter on null finds them.
 */
export function aggregateSchema(
  fields: SchemaDefinition,
  indexes: readonly IndexDeclaration[],
  { searchedBy, retired }: SchemaOptions = {},
): Schema {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      recorded: RECORDED,
      ...fields,
      ...(searchedBy === undefined ? {} : { [SEARCH]: SEARCH_FIELD }),
    },
    { versionKey: false, id: false, minimize: false, strict: 'throw', autoIndex: false, autoCreate: false },
  );
  for (const { keys, unique, where, keptForDays } of indexes) {
    schema.index(keys, {
      ...(unique === undefined ? {} : { unique }),
      ...(where === undefined ? {} : { partialFilterExpression: where }),
      ...(keptForDays === undefined ? {} : { expireAfterSeconds: keptForDays * 86_400 }),
    });
  }
  if (searchedBy !== undefined) schema.set('searchedBy' as never, searchedBy as never);
  schema.set('retired' as never, retired as never);
  fillWhatIsRead(schema);
  return schema;
}

interface Declared {
  readonly schema: { readonly get: (key: never) => unknown };
}

/** The field by which records of a model are searched by name; null where they are not. */
export function searchPathOf({ schema }: Declared): string | null {
  return (schema.get('searchedBy' as never) as string | undefined) ?? null;
}

/** The unique indexes of earlier versions that the model's collection must not keep. */
export function retiredIndexesOf({ schema }: Declared): readonly RetiredIndex[] {
  return (schema.get('retired' as never) as readonly RetiredIndex[] | undefined) ?? [];
}

/** Registers the model, so that its collection and its indexes are made at start-up. */
export function aggregateModel(
  connection: Connection,
  name: string,
  schema: Schema,
  collection: string,
): AggregateModel {
  return connection.model<StoredAggregate>(name, schema as unknown as Schema<StoredAggregate>, collection);
}
