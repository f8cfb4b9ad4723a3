import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importReferenceFiles } from '../src/application/reference/import-reference-files.ts';
import { csvReferenceFiles } from '../src/files/reference-files.ts';
import { mongoRegions } from '../src/persistence/reference/region.repository.ts';
import { OPERATOR_ID } from './builders.ts';
import { bureau, PLAN, type StationGraph, stationGraph, today } from './under-test.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const GONE = '420581100';

let graph: StationGraph;
let folder: string;

/** The files of the next edition: a line is gone. */
beforeAll(async () => {
  graph = await stationGraph();
  folder = mkdtempSync(join(tmpdir(), 'qianshou-regions-'));
  cpSync(DATA, folder, { recursive: true });
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await graph.stop();
});

const load = (from: string) =>
  importReferenceFiles({
    clock: { now: () => new Date() },
    regions: mongoRegions(graph.connection),
    regionSuccessions: { findFollowed: async () => [] } as never,
    unitScopes: { findAllOut: async () => [] } as never,
    keyCounties: { findMany: async (codes: readonly unknown[]) => codes.map(() => ({})) } as never,
    referenceFiles: csvReferenceFiles(from),
  })();
const read = async (query: string) => (await graph.execute(query)).data.region;

describe('a region that the next edition of the division codes no longer has', () => {
  it('is retired from that day on, and told', async () => {
    const lines = readFileSync(join(folder, 'regions.csv'), 'utf8').split('\n');
    writeFileSync(
      join(folder, 'regions.csv'),
      lines.filter((line) => !line.startsWith(`${GONE},`)).join('\n'),
    );

    const { retired } = await load(folder);

    expect(retired).toEqual([GONE]);
    expect(await read(`{ region(code: "${GONE}") { code retiredOn } }`)).toEqual({
      code: GONE,
      retiredOn: today,
    });
  });

  it('is not offered for what is new, and shown where it is asked for', async () => {
    const CHILDREN = (args: string) =>
      `{ region(code: "420581") { children(${args}) { totalCount nodes { code } } } }`;
    const offered = await read(CHILDREN('first: 50'));
    const all = await read(CHILDREN('first: 50, retired: true'));

    expect(offered.children.totalCount).toBe(10);
    expect(all.children.totalCount).toBe(11);
  });

  it('gets no station and its county’s denominator is one less', async () => {
    const input = {
      townshipCode: GONE,
      signage: '宜都市陆城街道社会工作服务站',
      operatorAgencyId: OPERATOR_ID,
    };
    const { code, details } = await graph.execute(PLAN, { input }, bureau);

    expect(code).toBe('REGION_RETIRED');
    expect(details).toMatchObject({ code: GONE, on: today });
    expect(
      (await read('{ region(code: "420581") { stationFigures { unitsInScope } } }')).stationFigures
        .unitsInScope,
    ).toBe(10);
  });

  it('is in use again when a later edition has it again', async () => {
    const { retired } = await load(DATA);

    expect(retired).toEqual([]);
    expect((await read(`{ region(code: "${GONE}") { retiredOn } }`)).retiredOn).toBeNull();
  });
});
