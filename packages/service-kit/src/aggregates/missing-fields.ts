import type { Schema, SchemaType } from 'mongoose';
import { isFields } from '../audit/changed-fields.ts';

type Fields = Record<string, unknown>;
type Fill = (document: Fields, named: ReadonlySet<string> | null) => void;
type Step = (document: Fields) => void;

const fills = new WeakMap<Schema, Fill>();

/**
 * A row of before lacks what was added since: read, it has the defaults that the schema says, here and in what it
 * holds, so that no rule and no field meets a value that its type does not know.
 */
export function fillMissing<Row extends object>(schema: Schema, row: Row): Row {
  fillOf(schema)(row as Fields, null);
  return row;
}

const READS = ['find', 'findOne', 'findOneAndReplace', 'findOneAndUpdate'] as const;

/** For every read; one that names its fields gets those alone. */
export function fillWhatIsRead(schema: Schema): void {
  schema.post([...READS], function fill(found: unknown) {
    const lean: unknown = this.mongooseOptions().lean;
    if (lean === undefined || lean === false) return;
    const named = namedIn((this.projection() ?? {}) as Fields);
    for (const row of [found].flat()) if (isFields(row)) fillOf(schema)(row, named);
  });
}

/** The fields that a read asks for; null: all. */
function namedIn(projection: Fields): ReadonlySet<string> | null {
  const named = Object.entries(projection).filter(([, value]) => value === 1 || value === true);
  return named.length === 0 ? null : new Set(named.map(([path]) => path.split('.')[0] as string));
}

function fillOf(schema: Schema): Fill {
  const known = fills.get(schema);
  if (known !== undefined) return known;
  const steps = Object.entries(schema.paths).flatMap(([path, type]) => {
    const keys = path.split('.');
    return stepOf(keys, type).map((step) => ({ field: keys[0] as string, step }));
  });
  const fill: Fill = (document, named) => {
    for (const { field, step } of steps) if (named === null || named.has(field)) step(document);
  };
  fills.set(schema, fill);
  return fill;
}

function stepOf(keys: readonly string[], type: SchemaType): readonly Step[] {
  const within = type.schema === undefined ? null : fillOf(type.schema);
  const [above, last] = [keys.slice(0, -1), keys.at(-1) as string];
  const hasDefault = type.options['default'] !== undefined || type.instance === 'Array';
  if (last === '_id' || (!hasDefault && within === null)) return [];
  return [
    (document) => {
      const holder = above.reduce<unknown>(fieldOf, document);
      if (!isFields(holder)) return;
      if (holder[last] === undefined && hasDefault) holder[last] = defaultOf(type);
      if (within !== null) for (const each of [holder[last]].flat()) if (isFields(each)) within(each, null);
    },
  ];
}

/** A value of its own for each row: lists and objects of the schema are nobody's to change. */
function defaultOf({ options }: SchemaType): unknown {
  const value: unknown = options['default'];
  if (value === undefined) return [];
  return typeof value === 'function' ? (value as () => unknown)() : structuredClone(value);
}

function fieldOf(held: unknown, key: string): unknown {
  return isFields(held) ? held[key] : undefined;
}
