import { Schema, type SchemaDefinition } from 'mongoose';

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
