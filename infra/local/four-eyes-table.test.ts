import { join } from 'node:path';
import { guardedFields, readSdl } from '@qianshou/service-kit/graphql';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FOUR_EYES, type FourEyesPair } from '../../services/funding/src/domain/reference/four-eyes-pairs.ts';
import { REPOSITORY } from './places.ts';

describe('the table of four eyes', () => {
  const pairs = Object.entries<FourEyesPair>(FOUR_EYES);
  const mutations = guardedFields(parse(readSdl(join(REPOSITORY, 'services', 'funding'))))
    .filter(({ type }) => type === 'Mutation')
    .map(({ node }) => node.name.value);

  it('names operations that there are', () => {
    const named = pairs.flatMap(([, { at }]) => at);

    expect(named.filter((each) => !mutations.includes(each))).toEqual([]);
  });

  it('lets no county do without a pair that a county cannot switch', () => {
    expect(pairs.filter(([, { byDefault, switchable }]) => !byDefault && !switchable)).toEqual([]);
  });
});
