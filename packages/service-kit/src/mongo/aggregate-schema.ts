import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';

/** A document of an aggregate as the database holds it. Its other fields are typed by the domain, behind the store. */
export type StoredAggregate = { _id: string; version: number } & Record<string, unknown>;

export type AggregateModel = Model<StoredAggregate>;

/** Index keys in order; `unique` and `partialFilterExpression` as MongoDB knows them. */
export interface IndexDeclaration {
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly where?: Readonly<Record<string, unknown>>;
}

/**
 * The document of an aggregate: `_id` is the domain id, `version` the optimistic lock. Every field is named, and an
 * unnamed one is refused; absent values are stored as null, so that a filter on null finds them.
 */
export function aggregateSchema(fields: SchemaDefinition, indexes: readonly IndexDeclaration[]): Schema {
  const schema = new Schema(
    { _id: { type: String, required: true }, version: { type: Number, required: true }, ...fields },
    { versionKey: false, id: false, minimize: false, strict: 'throw', autoIndex: false, autoCreate: false },
  );
  for (const { keys, unique, where } of indexes) {
    schema.index(keys, {
      ...(unique === undefined ? {} : { unique }),
      ...(where === undefined ? {} : { partialFilterExpression: where }),
    });
  }
  return schema;
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
