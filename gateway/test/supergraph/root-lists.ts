import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';

const FILE = join(import.meta.dirname, '../../supergraph.graphql');
const schema = buildASTSchema(parse(readFileSync(FILE, 'utf8')), { assumeValidSDL: true });

export interface RootList {
  readonly name: string;
  /** Asks for the plain facts of each row, and for one of everything that a row refers to. */
  readonly query: string;
}

/** Every list at the root that can be asked without saying of what. */
export function rootLists(): readonly RootList[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => {
    const row = rowOf(root);
    if (row === null || root.args.some(isRequired)) return [];
    return [{ name: root.name, query: `{ ${root.name}(first: 3) { nodes { ${selectionOf(row)} } } }` }];
  });
}

function rowOf(root: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const page = getNamedType(root.type);
  if (!isObjectType(page) || !page.name.endsWith('Connection')) return null;
  const nodes = page.getFields()['nodes'];
  const row = nodes === undefined ? null : getNamedType(nodes.type);
  return isObjectType(row) ? row : null;
}

function selectionOf(row: GraphQLObjectType): string {
  const fields = Object.values(row.getFields()).filter(({ args }) => !args.some(isRequired));
  const facts = fields.filter(isFact).map(({ name }) => name);
  const references = fields.flatMap((field) => referenceOf(field) ?? []);
  return [...facts, ...references].join(' ');
}

function isFact({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return isScalarType(named) || isEnumType(named);
}

/** A fact of the other object beside its key: for the key alone nobody would be asked. */
function referenceOf({ name, type }: GraphQLField<unknown, unknown>): string | null {
  const target = getNamedType(type);
  if (!isObjectType(target) || isListType(type) || target.name.endsWith('Connection')) return null;
  const fact = Object.values(target.getFields()).find(
    (field) => isFact(field) && !['id', 'code'].includes(field.name) && isNonNullType(field.type),
  );
  return fact === undefined ? null : `${name} { ${fact.name} }`;
}

function isRequired({ type, defaultValue }: { type: unknown; defaultValue?: unknown }): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
