import { buildSchema, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { refuseUnknownRegions } from './known-regions.ts';

const schema = refuseUnknownRegions(
  buildSchema(`
    scalar RegionCode
    input Scope { within: RegionCode! }
    input Filter { regionCode: Scope, and: [Filter!] }
    input Entry { countyCode: RegionCode }
    input Register { homeRegionCode: RegionCode, entries: [Entry!] }
    type Region { name: String, agencies(where: Filter): Int }
    type Query { region(code: RegionCode!): Region, agencies(where: Filter): Int, near(regionCode: RegionCode!): Int }
    type Mutation { register(input: Register!): Int }
  `),
);

async function refusalOf(source: string): Promise<unknown> {
  const one = () => 1;
  const rootValue = { agencies: one, near: one, register: one, region: () => ({ agencies: one }) };
  const { errors } = await graphql({ schema, source, rootValue });
  const refusal = errors?.[0]?.originalError as { code?: string; details?: unknown } | undefined;
  return refusal === undefined ? errors : { code: refusal.code, details: refusal.details };
}

const refused = (field: string) => ({ code: 'REGION_NOT_FOUND', details: { id: '429998', field } });

describe('a region that is none of the division codes', () => {
  it.each([
    ['mutation { register(input: { homeRegionCode: "429998" }) }', 'homeRegionCode'],
    ['mutation { register(input: { entries: [{}, { countyCode: "429998" }] }) }', 'countyCode'],
    ['{ agencies(where: { regionCode: { within: "429998" } }) }', 'within'],
    ['{ agencies(where: { and: [{ regionCode: { within: "429998" } }] }) }', 'within'],
    ['{ near(regionCode: "429998") }', 'regionCode'],
    ['{ region(code: "000000") { agencies(where: { regionCode: { within: "429998" } }) } }', 'within'],
  ])('is refused in %s', async (source, field) => {
    expect(await refusalOf(source)).toEqual(refused(field));
  });

  it('is asked for by its own key without a refusal', async () => {
    expect(await refusalOf('{ region(code: "429998") { name } }')).toBeUndefined();
  });

  it('is told from one that is there', async () => {
    expect(
      await refusalOf('mutation { register(input: { homeRegionCode: "420581", entries: null }) }'),
    ).toBeUndefined();
  });
});
