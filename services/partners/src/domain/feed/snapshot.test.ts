import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventCatalogue } from '@qianshou/events';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DISCLOSED_TYPES } from './disclosure.ts';
import { SNAPSHOT_TYPES, snapshotQuestion } from './snapshot.ts';

const SDL = join(import.meta.dirname, '../../../../../packages/client/schema.graphql');
const schema = buildSchema(readFileSync(SDL, 'utf8'), { assumeValidSDL: true });

describe('GET /feed/snapshot', () => {
  it.each(SNAPSHOT_TYPES)(
    'asks the graph what it knows of each %s, of which the feed tells events',
    (type) => {
      const told = eventCatalogue.filter((each) => DISCLOSED_TYPES.includes(each.type));

      expect(validate(schema, parse(snapshotQuestion(type) ?? ''))).toEqual([]);
      expect(told.some(({ aggregate }) => aggregate === type)).toBe(true);
    },
  );

  it.each(['posting', 'payment', 'constructor', ''])('knows no %s', (type) => {
    expect(snapshotQuestion(type)).toBeNull();
  });
});
