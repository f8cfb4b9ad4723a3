import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const file = join(import.meta.dirname, '../supergraph.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isList);

/** What a list leaves out of the standard form, and why. */
const OTHERWISE: Readonly<Record<string, { readonly without: readonly string[]; readonly why: string }>> = {
  journalEntries: { without: ['where', 'orderBy'], why: 'the chain of one county and year has one order' },
  monthlyReconciliations: {
    without: ['where', 'orderBy'],
    why: 'the months of one journal, the latest first',
  },
  capBreaches: { without: ['where', 'orderBy'], why: 'those of one county and year, the latest first' },
  pairingImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  fundingImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  personnelImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  trainingImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  stationImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  webhookEndpoints: { without: ['where', 'orderBy'], why: 'the caller’s own endpoints, a handful' },
  myPeople: { without: ['where', 'orderBy'], why: 'the few who hold the posts that the caller runs' },
  programmes: { without: ['where'], why: 'there are a handful' },
  pairingsToSupervise: { without: ['orderBy'], why: 'who has waited longest comes first' },
  serviceRecords: { without: ['orderBy'], why: 'a million records have one index a place, the latest first' },
};

/** Lists within objects that have one order, and no filter but their own arguments. */
const WITHIN_OTHERWISE = [/^Query\./, /\.history$/, /^ImportRun\.findings$/, /^WebhookEndpoint\.deliveries$/];

/** A log is read from its end. */
const AUDIT_LOG = /AuditLog$/;

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

function lacking({ name, args }: GraphQLField<unknown, unknown>): readonly string[] {
  const given = new Set(args.map((each) => each.name));
  const excused = OTHERWISE[name]?.without ?? (AUDIT_LOG.test(name) ? ['orderBy'] : []);
  return ['where', 'orderBy', 'first', 'after'].filter((each) => !given.has(each) && !excused.includes(each));
}

function conditionsOf(field: GraphQLField<unknown, unknown> | undefined): string {
  const asked = (field?.args ?? []).filter(({ name }) => name === 'where' || name === 'orderBy');
  return asked.map(({ name, type }) => `${name}: ${getNamedType(type).name}`).join(', ');
}

function shapeOf(type: GraphQLNamedType): string {
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return fields
    .map((field) => `${field.name}: ${String(field.type)}`)
    .toSorted()
    .join(', ');
}

describe('every list of the graph', () => {
  it('is asked by where, orderBy, first and after, or says why not', () => {
    const unlike = lists.map((list) => [list.name, lacking(list)] as const);

    expect(unlike.filter(([, lacks]) => lacks.length > 0)).toEqual([]);
  });

  it('is asked by where and orderBy also within an object, or says why not', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
    const unlike = types
      .flatMap((type) => Object.values(type.getFields()).map((field) => [type.name, field] as const))
      .filter(([, field]) => isList(field) && lacking(field).length > 0)
      .map(([type, { name }]) => `${type}.${name}`);

    expect(unlike.filter((name) => !WITHIN_OTHERWISE.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  it('has the same form where it stands below an object: a page, and no list without one', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
    const below = types.flatMap((type) => Object.values(type.getFields()).filter(isList));

    for (const { name, args } of below)
      expect([name, args.map((each) => each.name)]).toEqual([
        name,
        expect.arrayContaining(['first', 'after']),
      ]);
  });

  it('takes, within an object, the filters and orders that it takes at the root', () => {
    const ofPage = new Map(lists.map((list) => [getNamedType(list.type).name, list]));
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
    const below = types
      .filter((type) => type !== schema.getQueryType())
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(isList)
          .map((field) => [type.name, field] as const),
      );
    const unlike = below
      .filter(([, { name }]) => name !== 'history')
      .filter(([, { type }]) => ofPage.has(getNamedType(type).name))
      .filter(([, field]) => conditionsOf(field) !== conditionsOf(ofPage.get(getNamedType(field.type).name)))
      .map(([type, { name }]) => `${type}.${name}`);

    expect(unlike).toEqual([]);
  });

  it('says one kind of condition by one name', () => {
    const filters = Object.values(schema.getTypeMap()).filter(
      (type) => isInputObjectType(type) && type.name.endsWith('Filter'),
    );
    const byShape = Map.groupBy(filters, (type) => shapeOf(type));
    const twice = [...byShape.values()].filter(({ length }) => length > 1);

    expect(twice.map((types) => types.map(String))).toEqual([]);
  });

  it('says within a condition eq, in, within, gte, lte, startsWith and contains, and nothing else', () => {
    const wheres = lists.flatMap(({ args }) => args.filter(({ name }) => name === 'where'));
    const fields = wheres.flatMap(({ type }) => {
      const where = getNamedType(type);
      return isInputObjectType(where) ? Object.values(where.getFields()) : [];
    });
    const said = fields.flatMap(({ type }) => {
      const condition = getNamedType(type);
      return isInputObjectType(condition) ? Object.keys(condition.getFields()) : [];
    });

    expect([...new Set(said)].toSorted()).toEqual([
      'contains',
      'eq',
      'gte',
      'in',
      'lte',
      'startsWith',
      'within',
    ]);
  });

  it('needs no direction to be ordered', () => {
    const orders = Object.values(schema.getTypeMap()).filter(
      (type) => isInputObjectType(type) && type.name.endsWith('Order'),
    );
    const silent = orders.filter((type) => {
      const direction = isInputObjectType(type) ? type.getFields()['direction'] : undefined;
      return direction !== undefined && isNonNullType(direction.type) && direction.defaultValue === undefined;
    });

    expect(silent.map(String)).toEqual([]);
  });
});
