import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { active, openedGraph, type PairingGraph, scheme } from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
  await active(graph);
});
afterAll(() => graph.stop());

const ENTITY = /* GraphQL */ `
  query ($of: [_Any!]!) {
    _entities(representations: $of) {
      ... on Region {
        code
        recipientCounty {
          covered
        }
        pairings(first: 5) {
          nodes {
            county {
              code
            }
          }
          totalCount
        }
        pairingFigures {
          pairingsActive
          keyCountiesPlanned
          keyCountyCoverage {
            numerator
            denominator
            rate
          }
          keyCountyCoverageLoaded {
            denominator
            rate
          }
          asOf
        }
      }
    }
  }
`;

const region = async (code: string) => {
  const { data } = await graph.execute(ENTITY, { of: [{ __typename: 'Region', code }] });
  return data._entities[0];
};

describe('a region in the pairing service', () => {
  it('shows its pairings and those of everything below it', async () => {
    expect(await region('640000')).toMatchObject({
      recipientCounty: null,
      pairings: { nodes: [{ county: { code: '640522' } }], totalCount: 1 },
    });
    expect(await region('640522')).toMatchObject({ recipientCounty: { covered: true } });
    expect(await region('420000')).toMatchObject({ pairings: { nodes: [], totalCount: 0 } });
  });

  it('PAIR-2 has its coverage out of the 160 for the nation alone, and of the loaded everywhere', async () => {
    const nation = await region('000000');
    const county = await region('640522');

    expect(nation.pairingFigures).toMatchObject({
      keyCountiesPlanned: 160,
      keyCountyCoverage: { denominator: 160 },
    });
    expect(county.pairingFigures).toMatchObject({ keyCountiesPlanned: null, keyCountyCoverage: null });
  });

  it('has zeros and no rate where nothing is counted yet', async () => {
    const { pairingFigures } = await region('420581');

    expect(pairingFigures).toMatchObject({
      pairingsActive: 0,
      keyCountyCoverageLoaded: { denominator: 0, rate: null },
      asOf: null,
    });
  });
});

describe('the figures of a year', () => {
  it('are read by one key, of a region and of a scheme', async () => {
    const schemeId = await scheme(graph);
    const figures = {
      activities: 2,
      halfHours: 7,
      'kind:THEMATIC_TRAINING': 1,
      'activities:TRAIN_TALENT': 2,
    };
    await graph.connection
      .collection<{ _id: string }>('kept_figures')
      .insertMany([`${schemeId}@2026`, '640000@2026'].map((_id) => ({ _id, figures })));
    await graph.connection
      .collection<{ _id: string }>('kept_figures')
      .insertOne({ _id: 'figures', seq: 1, asOf: new Date('2026-06-30T00:00:00Z') } as never);
    const YEAR = '{ year activities hours trainings taskGroups { taskGroup activities } }';

    const ofScheme = await graph.execute(
      `{ cooperationScheme(id: "${schemeId}") { pairingYear(year: 2026) ${YEAR} } }`,
    );
    const ofRegion = await graph.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { pairingYear(year: 2026) ${YEAR} } } }`,
      { of: [{ __typename: 'Region', code: '640000' }] },
    );

    const year = ofScheme.data.cooperationScheme.pairingYear;
    expect(year).toMatchObject({ year: 2026, activities: 2, hours: 3.5, trainings: 1 });
    expect(year.taskGroups).toContainEqual({ taskGroup: 'TRAIN_TALENT', activities: 2 });
    expect(year.taskGroups).toHaveLength(4);
    expect(ofRegion.data._entities[0].pairingYear).toEqual(year);
  });
});
