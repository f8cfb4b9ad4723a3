/** A request as a POST carries it. */
export interface GraphQLBody {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

type Parts = Partial<GraphQLBody>;

const PARTS: readonly (readonly [(parts: Parts) => boolean, string])[] = [
  [({ query }) => isText(query) && query !== '', '"query" is not a text'],
  [({ operationName }) => isText(operationName ?? ''), '"operationName" is not a text'],
  [({ extensions }) => isRecord(extensions ?? {}), '"extensions" is not an object'],
  [({ variables }) => isRecord(variables ?? {}), '"variables" is not an object'],
];

/** What keeps a body from being one GraphQL request; batches and persisted queries are other things. */
export function malformation(body: unknown): string | null {
  if (Array.isArray(body)) return 'a batch; send one request at a time';
  if (!isRecord(body)) return 'no JSON object';
  return PARTS.find(([isWell]) => !isWell(body as Parts))?.[1] ?? null;
}

/** The hash of a text in place of the text: a client that is told so sends the text. */
export function isHashAlone(body: unknown): boolean {
  const { query, extensions } = (body ?? {}) as Parts;
  return query === undefined && isRecord(extensions) && Object.hasOwn(extensions as object, 'persistedQuery');
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
