import { importing, type ImportUnderTest, inRegion, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureau, eventsOf, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let stopImports: () => Promise<void>;
let admin: ImportUnderTest;

beforeAll(async () => {
  graph = await stationGraph();
  stopImports = workOffImports(graph);
  admin = importing(graph, { of: 'Station', kind: 'KEY_COUNTIES', actor: inRegion('ADMIN', '000000') });
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const table = (...rows: readonly string[]): string => ['countyCode,sourceUrl', ...rows].join('\n');
const PAGE = 'https://example.org/demo';

describe('importing key counties', () => {
  it('lists a county with the page that names it', async () => {
    const run = await admin.bringIn(table(`420581,${PAGE}`));

    expect(run.application).toMatchObject({ rows: 1, new: 1, refused: 0 });
    expect((await eventsOf(graph, 'region-designated')).at(-1)).toEqual({
      countyCode: '420581',
      designation: 'KEY_COUNTY',
      sourceUrl: PAGE,
    });
  });

  it('leaves a listed county as it is, and says that the page is another', async () => {
    const run = await admin.bringIn(table(`420581,${PAGE}`, `420582,${PAGE}`, `420581,${PAGE}/other`));

    expect(run.application).toMatchObject({ rows: 3, new: 1, known: 2 });
    expect((await admin.check(table(`420581,${PAGE}/other`))).checked.nodes).toEqual([
      expect.objectContaining({ code: 'IMPORT_ROW_DIFFERS' }),
    ]);
  });

  it.each([
    ['a county without a link', '420583,', 'BAD_USER_INPUT', 'sourceUrl'],
    ['what is no link', '420583,javascript:alert(1)', 'BAD_USER_INPUT', 'sourceUrl'],
    ['a code that is no county', `420581100,${PAGE}`, 'BAD_USER_INPUT', 'countyCode'],
    ['a county that does not exist', `420599,${PAGE}`, 'REGION_NOT_FOUND', 'countyCode'],
  ])('refuses %s', async (_what, row, code, column) => {
    const run = await admin.check(table(row));

    expect(run.check).toMatchObject({ rows: 1, refused: 1 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 2, code, column })]);
  });

  it('is begun by an administrator alone', async () => {
    const ofBureau = importing(graph, { of: 'Station', kind: 'KEY_COUNTIES', actor: bureau });

    expect((await ofBureau.begin(table(`420583,${PAGE}`))).code).toBe('FORBIDDEN');
  });
});
