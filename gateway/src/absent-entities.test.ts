import { describe, expect, it } from 'vitest';
import { isAbsentEntity, typesAnsweredNull } from './absent-entities.ts';

const KEYS = [
  { __typename: 'SocialWorker', id: 'wkr_1' },
  { __typename: 'Posting', id: 'pst_1' },
];

describe('types answered with null', () => {
  it('are those of the keys for which there is nothing', () => {
    const data = { _entities: [null, { role: 'RESIDENT' }] };

    expect(typesAnsweredNull({ variables: { representations: KEYS }, data })).toEqual(['SocialWorker']);
  });

  it.each([
    ['a subgraph that gave no data', { variables: { representations: KEYS }, data: undefined }],
    ['a call that asked for no keys', { variables: undefined, data: { node: null } }],
    [
      'an answer shorter than the question',
      { variables: { representations: KEYS }, data: { _entities: [] } },
    ],
  ])('are none of %s', (_what, exchange) => {
    expect(typesAnsweredNull(exchange)).toEqual([]);
  });
});

describe('an absent entity', () => {
  const absent = new Set(['SocialWorker']);
  const lacks = (field: string, ...path: (string | number)[]) => ({
    message: `Cannot return null for non-nullable field ${field}.`,
    path,
  });

  it('leaves a gap of its own size', () => {
    const data = { dispatches: [{ worker: null }] };

    expect(isAbsentEntity(lacks('SocialWorker.name', 'dispatches', 0, 'worker', 'name'), absent, data)).toBe(
      true,
    );
    expect(isAbsentEntity(lacks('SocialWorker.name', 'node', 'name'), absent, { node: null })).toBe(true);
  });

  it.each([
    ['another type', lacks('Posting.role', 'node', 'role'), { node: null }],
    ['a wider gap', lacks('SocialWorker.name', 'posting', 'worker', 'name'), { posting: null }],
    ['the whole answer', lacks('SocialWorker.name', 'node', 'name'), null],
    ['a list', lacks('SocialWorker.name', 'team', 0, 'name'), { team: null }],
    [
      'another complaint',
      { message: 'Invalid value found for field SocialWorker.name.', path: ['node'] },
      {},
    ],
  ])('is not %s', (_what, completion, data) => {
    expect(isAbsentEntity(completion, absent, data)).toBe(false);
  });
});
