import { DAY_KINDS } from '@qianshou/kernel';
import { buildSchema, getNamedType, type GraphQLInputType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../local/composition.ts';

const schema = buildSchema(composeSupergraph().file.content, { assumeValidSDL: true });

/** The names of all days in an argument, however deep. */
function daysIn(name: string, type: GraphQLInputType): readonly string[] {
  const named = getNamedType(type);
  if (named.name === 'Date') return [name];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => daysIn(field.name, field.type));
}

describe('every day that a command takes', () => {
  it('has a kind, which says how far back and ahead it may lie', () => {
    const commands = Object.values(schema.getMutationType()?.getFields() ?? {});
    const days = commands.flatMap(({ args }) => args.flatMap(({ name, type }) => daysIn(name, type)));

    expect(days.length).toBeGreaterThan(50);
    expect([...new Set(days)].filter((name) => DAY_KINDS[name] === undefined)).toEqual([]);
  });
});
