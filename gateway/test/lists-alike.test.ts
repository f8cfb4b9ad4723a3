import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
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
  pairingImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  stationImports: { without: ['where', 'orderBy'], why: 'the caller’s own imports, the latest first' },
  programmes: { without: ['where'], why: 'there are a handful' },
  pairingsToSupervise: { without: ['orderBy'], why: 'who has waited longest comes first' },
  serviceRecords: { without: ['orderBy'], why: 'a million records have one index a place, the latest first' },
};

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

describe('every list of the graph', () => {
  it('is asked by where, orderBy, first and after, or says why not', () => {
    const unlike = lists.map((list) => [list.name, lacking(list)] as const);

    expect(unlike.filter(([, lacks]) => lacks.length > 0)).toEqual([]);
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
