import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate, buildSchema } from 'graphql';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from './graph.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const QUERIES = join(REPOSITORY, 'docs/queries');
const queryOf = (name: string) => readFileSync(join(QUERIES, `${name}.graphql`), 'utf8');

describe('the scorecard of a county', () => {
  let yidu: any;

  beforeAll(async () => {
    const { data, errors } = await ask(queryOf('county-scorecard'), { code: '420581' }, 'yidu-bureau');
    expect(errors).toEqual([]);
    yidu = data.region;
  });

  it('shows 11 of 11 stations, 5 demonstration stations and 10 demonstration rooms', () => {
    expect(yidu.stationFigures).toMatchObject({
      unitsInScope: 11,
      stationsOperating: 11,
      coverage: { numerator: 11, denominator: 11, rate: 1 },
      demonstrationStations: 5,
      demonstrationRooms: 10,
      centresOpen: 1,
    });
  });

  it('shows the grades of nine stations and two complaints, one of them open', () => {
    expect(yidu.stationFigures).toMatchObject({
      stationsRectifying: 0,
      gradedExcellent: 3,
      gradedGood: 6,
      gradedBarelyQualified: 0,
      complaintsReceived: 2,
      complaintsOpen: 1,
    });
    expect(yidu.stationFigures.serviceRecords).toBeGreaterThanOrEqual(44);
  });

  it('shows heads, deputies and residents on duty', () => {
    expect(yidu.personnelFigures).toMatchObject({ heads: 11, deputies: 5 });
    expect(yidu.personnelFigures.residents).toBeGreaterThanOrEqual(11);
  });

  it('shows the budget, the cap, the top-up and what is paid', () => {
    const fen = (name: string) => fenOf(yidu.fundingFigures, name);

    expect(fen('planned')).toBe(220_000_000n);
    expect(fen('assistanceShare')).toBeLessThanOrEqual(fen('cap'));
    expect(fen('topUp')).toBeGreaterThan(0n);
    expect(fen('paid')).toBeGreaterThan(0n);
  });
});

describe('the scorecard of the nation', () => {
  it('says that 123 of 160 key counties are loaded and counts the pairing of the story', async () => {
    const { data, errors } = await ask(queryOf('national-scorecard'), { code: '000000' });

    expect(errors).toEqual([]);
    expect(data.region.pairingFigures).toMatchObject({ keyCountiesLoaded: 123, keyCountiesPlanned: 160 });
    expect(data.region.pairingFigures.pairingsActive).toBeGreaterThanOrEqual(1);
    expect(data.region.pairingFigures).toMatchObject({
      workersPresent: 1,
      workingDays: 37,
      peopleTrained: 52,
      agenciesGrown: 1,
    });
    expect(data.region.stationFigures.stationsOperating).toBe(11);
  });
});

describe('every query of docs/queries', () => {
  const names = readdirSync(QUERIES)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.replace('.graphql', ''));

  it.each(names)('%s fits the published schema', async (name) => {
    const url = new URL('/schema.graphql', inject('gatewayUrl'));
    const schema = buildSchema(await (await fetch(url)).text());

    expect(validate(schema, parse(queryOf(name)))).toEqual([]);
  });
});

/** The amount of a figure; impossible where it is missing. */
function fenOf(figures: Record<string, { fen: string } | null>, name: string): bigint {
  return BigInt(figures[name]?.fen ?? '-1');
}
