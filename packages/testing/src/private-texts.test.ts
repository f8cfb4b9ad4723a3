import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_TEXTS, whyPrivate } from './private-texts.ts';
import { textInputsOf } from './text-inputs.ts';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

const sdl = readFileSync(join(import.meta.dirname, '../../../gateway/supergraph.graphql'), 'utf8');
const schema = buildSchema(sdl, { assumeValid: true });
const texts = Object.keys(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) =>
  textInputsOf(schema, mutation).map(({ name }) => name),
);

describe('STA-12 every text of every command', () => {
  it('is public, and asked so by the tests of its service, or stands on the list of private ones with its reason', () => {
    const open = texts.filter((name) => whyPrivate(name) === undefined);

    expect(open.length).toBeGreaterThan(60);
    expect(Object.keys(PRIVATE_TEXTS).filter((name) => !texts.includes(name))).toEqual([]);
  });
});
