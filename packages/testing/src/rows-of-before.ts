import type { Probes } from './access-matrix.ts';
import { ADMIN, type CountedGraph, entityQuery, fieldsToAsk } from './cost-of-lists.ts';

type Model = CountedGraph['connection']['models'][string];

/** Of each collection: one of a whole country's regions is not read row by row. */
const MOST_ROWS = 200;

/** What each field of each object answers, faults among it. */
export async function answersOfFields(
  graph: CountedGraph,
  probes: Probes,
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const { path, type, key, selection } of await fieldsToAsk(graph, probes)) {
    const of = [{ __typename: type.name, ...key }];
    const { data, errors } = await graph.execute(entityQuery({ type, selection }), { of }, ADMIN);
    answers[path] = JSON.stringify({ data, errors: errors.map(({ message }) => message) });
  }
  return answers;
}

/**
 * Takes out of every row what says no more than the schema's default, as it is missing in rows that were written before
 * the field was added. How many rows that changed.
 */
export async function forgetDefaults({ connection }: CountedGraph): Promise<number> {
  let changed = 0;
  for (const model of Object.values(connection.models)) {
    const collection = connection.collection(model.collection.name);
    for await (const row of collection.find().limit(MOST_ROWS)) {
      const forgotten = Object.entries(row).filter(
        ([field, value]) => isNothing(value) && hasDefault(model, field),
      );
      if (forgotten.length === 0) continue;
      const unset = Object.fromEntries(forgotten.map(([field]) => [field, 1]));
      await collection.updateOne({ _id: row._id }, { $unset: unset });
      changed += 1;
    }
  }
  return changed;
}

function hasDefault({ schema }: Model, field: string): boolean {
  const type = schema.path(field);
  return type !== undefined && (type.options['default'] !== undefined || type.instance === 'Array');
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
