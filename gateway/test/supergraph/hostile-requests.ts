import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
} from 'graphql';

/** A scalar or enum somewhere in the arguments of an operation. */
export interface Place {
  readonly operation: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  /** Argument, then the fields of inputs inside. */
  readonly path: readonly string[];
}

/** As they are written in JSON; most mean the same in GraphQL. */
export const HOSTILE: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e308',
  '1e400',
  '2147483648',
  '9007199254740993',
  '9'.repeat(39),
  '9'.repeat(10_000),
  '""',
  '" "',
  '"x"',
  String.raw`"\u0000"`,
  String.raw`"\ud800"`,
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"$gt"',
  '"../../etc/passwd"',
  `"${'x'.repeat(9_999)}"`,
  '"0"',
  '"NaN"',
  '"Infinity"',
  '"-1"',
  '"1e400"',
  `"${'9'.repeat(400)}"`,
  '"9999-99-99"',
  '"0000-00-00"',
  '"2026-02-30"',
  '"2026-01-01T25:00:00Z"',
  '"+275760-09-13"',
  '"牵手\u202e"',
  '[]',
  '[null]',
  '[[]]',
  '{}',
  '{"$ne":null}',
  '{"eq":null}',
  '{"in":[]}',
  '{"constructor":1}',
  '["a",1,{}]',
];

const DEEPEST = 3;
/** What stands in the other required places: well formed, of nothing that exists, so that nothing is changed. */
const PLAUSIBLE: Readonly<Record<string, string>> = {
  ID: '"sta_01900000-0000-7000-8000-00000000f00d"',
  String: '"演示"',
  Int: '1',
  Float: '1',
  Boolean: 'false',
  RegionCode: '"429998"',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
  Fen: '"100"',
  PageSize: '1',
  UnifiedSocialCreditCode: '"91350100M000100Y43"',
};

export function placesOf(schema: GraphQLSchema): readonly Place[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap(({ name, type }) =>
        leavesOf(type, [name]).map((path) => ({ operation, field, path })),
      ),
    ),
  );
}

function leavesOf(type: GraphQLInputType, path: readonly string[]): readonly (readonly string[])[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [path];
  if (path.length >= DEEPEST) return [];
  return Object.values(named.getFields()).flatMap((inner) => leavesOf(inner.type, [...path, inner.name]));
}

/** Bodies with `count` of the hostile values at the place, from the given one on; literal and variable by turns. */
export function hostileRequests(
  { operation, field, path }: Place,
  from: number,
  count: number,
): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const value = HOSTILE[(from + at) % HOSTILE.length] ?? 'null';
    return (from / count + at) % 2 === 0
      ? inQuery(operation, field, path, value)
      : inVariables(operation, field, path, value);
  });
}

type Field = Place['field'];

function inQuery(operation: string, field: Field, path: readonly string[], value: string): string {
  const written = argumentsOf(field, path, value).map(([name, json]) => `${name}: ${asLiteral(json)}`);
  return JSON.stringify({
    query: `${operation} { ${field.name}(${written.join(', ')})${selectionOf(field)} }`,
  });
}

function inVariables(operation: string, field: Field, path: readonly string[], value: string): string {
  const given = argumentsOf(field, path, value);
  const types = field.args.filter(({ name }) => given.some(([known]) => known === name));
  const declared = types.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = types.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `${operation} (${declared}) { ${field.name}(${passed})${selectionOf(field)} }`;
  const variables = given.map(([name, json]) => `"${name}":${json}`).join(',');
  return `{"query":${JSON.stringify(query)},"variables":{${variables}}}`;
}

/** Every required argument, and the one with the value in it. */
function argumentsOf(field: Field, [wanted = '', ...inside]: readonly string[], value: string) {
  return field.args
    .filter(({ name, type }) => name === wanted || isNonNullType(type))
    .map(
      ({ name, type }) => [name, name === wanted ? hostile(type, inside, value) : plausible(type)] as const,
    );
}

function hostile(type: GraphQLInputType, [inner, ...deeper]: readonly string[], value: string): string {
  if (inner === undefined) return value;
  const content = objectOf(type, inner, (found) => hostile(found, deeper, value));
  return isListType(getNullableType(type)) ? `[${content}]` : content;
}

function plausible(type: GraphQLInputType): string {
  const named = getNamedType(type);
  const one = isLeafType(named) ? plausibleLeaf(named) : objectOf(type, null, plausible);
  return isListType(getNullableType(type)) ? `[${one}]` : one;
}

function plausibleLeaf(type: GraphQLLeafType): string {
  return isEnumType(type) ? JSON.stringify(type.getValues()[0]?.name) : (PLAUSIBLE[type.name] ?? '"x"');
}

function objectOf(
  type: GraphQLInputType,
  wanted: string | null,
  write: (type: GraphQLInputType) => string,
): string {
  const named = getNamedType(type);
  const fields = isInputObjectType(named) ? Object.values(named.getFields()) : [];
  const written = fields
    .filter((field) => field.name === wanted || isNonNullType(field.type))
    .map((field) => `"${field.name}":${field.name === wanted ? write(field.type) : plausible(field.type)}`);
  return `{${written.join(',')}}`;
}

/** Names stand bare in GraphQL, and so do values of enums. */
function asLiteral(json: string): string {
  return json
    .replace(/"(\$?\w+)":/g, (_whole, name: string) => `${name.replace('$', '')}:`)
    .replace(/"([A-Z][A-Z_]+)"/g, '$1');
}

function selectionOf({ type }: Field): string {
  return isLeafType(getNamedType(type)) ? '' : ' { __typename }';
}
