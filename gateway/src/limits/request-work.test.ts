import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { askedOperation } from './asked-operation.ts';
import { costLimitsSchema, requestWork } from './request-work.ts';

const workOf = requestWork(
  buildSchema(`
    input BeginImportInput { fileName: String!, sizeBytes: Int! }
    type Import { id: ID! }
    type Query { import: Import }
    type Mutation { beginImport(input: BeginImportInput!): Import }
  `),
  costLimitsSchema.parse({}),
);
const bytesOf = (source: string, variables = {}): number =>
  workOf({ ...askedOperation(parse(source), null, variables), fresh: true, actor: PUBLIC_ACTOR }).bytes;

describe('the bytes that an import announces', () => {
  it.each([
    ['a literal', 'mutation { beginImport(input: { fileName: "a", sizeBytes: 7 }) { id } }', {}],
    [
      'a variable in the input',
      'mutation ($n: Int!) { beginImport(input: { fileName: "a", sizeBytes: $n }) { id } }',
      { n: 7 },
    ],
    [
      'the whole input in a variable',
      'mutation ($input: BeginImportInput!) { beginImport(input: $input) { id } }',
      { input: { fileName: 'a', sizeBytes: 7 } },
    ],
    [
      'the default of a variable in the input',
      'mutation ($n: Int! = 7) { beginImport(input: { fileName: "a", sizeBytes: $n }) { id } }',
      {},
    ],
    [
      'the default of the whole input',
      'mutation ($input: BeginImportInput! = { fileName: "a", sizeBytes: 7 }) { beginImport(input: $input) { id } }',
      {},
    ],
    [
      'aliases and fragments, each of them',
      'mutation ($n: Int = 3) { one: beginImport(input: { fileName: "a", sizeBytes: $n }) { id } ...More } fragment More on Mutation { two: beginImport(input: { fileName: "b", sizeBytes: 4 }) { id } }',
      {},
    ],
  ])('are read from %s', (_where, source, variables) => {
    expect(bytesOf(source, variables)).toBe(7);
  });
});
