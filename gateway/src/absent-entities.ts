/** A value that had to be there and was not, as Apollo's gateway tells of it. */
export interface Completion {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

interface Exchange {
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly data: unknown;
}

/**
 * Types of which a subgraph was asked for an object by its key and answered that there is none: there never was one,
 * or this caller may not see it.
 */
export function typesAnsweredNull({ variables, data }: Exchange): readonly string[] {
  const asked = listOf(variables?.['representations']);
  const entities = listOf(propertyOf(data, '_entities'));
  return asked
    .filter((_key, at) => entities[at] === null)
    .map((key) => String(propertyOf(key, '__typename')));
}

const LACKS_FIELD = /^Cannot return null for non-nullable field (\w+)\.\w+\.$/;

/**
 * Whether what is missing is the whole of such an object, where another subgraph knows its key. The answer is null then,
 * as everywhere that there is nothing. Where the gap is wider than the object, an object that had to be there is lost.
 */
export function isAbsentEntity(
  { message, path = [] }: Completion,
  absent: ReadonlySet<string>,
  data: unknown,
): boolean {
  const type = LACKS_FIELD.exec(message)?.[1];
  return type !== undefined && absent.has(type) && isNullAt(data, path.slice(0, -1));
}

function isNullAt(data: unknown, path: readonly (string | number)[]): boolean {
  const [step, ...further] = path;
  if (step === undefined) return data === null;
  return data !== null && isNullAt(propertyOf(data, step), further);
}

function propertyOf(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
