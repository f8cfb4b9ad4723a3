import { idParser } from '@qianshou/kernel';
import { buildSchema, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nameMalformedIds } from './named-ids.ts';

const schema = nameMalformedIds(
  buildSchema(`
    input IdFilter { eq: ID, in: [ID!] }
    input Filter { operatorId: IdFilter, schemeId: IdFilter, and: [Filter!] }
    input Move { stationId: ID!, workerIds: [ID!] }
    type Region { stations(where: Filter): Int }
    type Query { station(id: ID!): Int, stations(where: Filter): Int, region: Region }
    type Mutation { move(input: Move!): Int }
  `),
);

const KNOWN = 'agy_01900000-0000-7000-8000-000000000011';
const agencyId = idParser('agy');

type Given = Readonly<Record<string, unknown>>;

function parseAll(given: unknown): void {
  if (typeof given === 'string') agencyId(given);
  else for (const value of Object.values(given as Given)) parseAll(value);
}

async function fieldRefused(source: string): Promise<unknown> {
  const answer = (args: Given) => {
    parseAll(args);
    return 1;
  };
  const later = async (args: Given) => answer(args);
  const rootValue = { station: answer, stations: later, region: { stations: answer }, move: later };
  const { errors } = await graphql({ schema, source, rootValue });
  const refusal = errors?.[0]?.originalError as
    { details?: { field?: string }; messages?: unknown } | undefined;
  expect(JSON.stringify(refusal?.messages)).toContain(refusal?.details?.field);
  return refusal?.details?.field;
}

describe('an id that is none of its kind', () => {
  it.each([
    ['{ station(id: "x") }', 'id'],
    ['{ stations(where: { operatorId: { eq: "x" } }) }', 'where.operatorId'],
    [`{ stations(where: { operatorId: { eq: "${KNOWN}" }, schemeId: { eq: "x" } }) }`, 'where.schemeId'],
    [`{ stations(where: { operatorId: { in: ["${KNOWN}", "x"] } }) }`, 'where.operatorId'],
    ['{ stations(where: { and: [{ schemeId: { eq: "sta_1" } }] }) }', 'where.and.schemeId'],
    ['{ region { stations(where: { schemeId: { eq: "" } }) } }', 'where.schemeId'],
    [`mutation { move(input: { stationId: "x" }) }`, 'stationId'],
    [`mutation { move(input: { stationId: "${KNOWN}", workerIds: ["${KNOWN}", "y"] }) }`, 'workerIds'],
  ])('is refused by the name of its field in %s', async (source, field) => {
    expect(await fieldRefused(source)).toBe(field);
  });
});
