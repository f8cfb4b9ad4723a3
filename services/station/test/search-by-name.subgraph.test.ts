import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectIndexed, plansFor, watchPlans } from './query-plans.ts';
import { type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
beforeAll(async () => {
  graph = await stationGraph();
  await watchPlans(graph, 2);
});
afterAll(async () => {
  await watchPlans(graph, 0);
  await graph.stop();
});

const regions = async (where: string): Promise<readonly string[]> => {
  const { data, errors } = await graph.execute(
    `{ regions(where: { ${where} }, first: 100) { nodes { code name } } }`,
    {},
    PUBLIC_ACTOR,
  );
  expect(errors).toEqual([]);
  return data.regions.nodes.map(({ name }: { name: string }) => name);
};
const YIDU = 'regionCode: { within: "420581" }';

describe('finding regions by name', () => {
  it('finds them by how they begin', async () => {
    expect(await regions(`${YIDU}, name: { startsWith: "枝城" }`)).toEqual(['枝城镇']);
    expect(await regions(`${YIDU}, name: { startsWith: "城镇" }`)).toEqual([]);
  });

  it('finds them by what stands in the name, and only these', async () => {
    expect(await regions(`${YIDU}, name: { contains: "家" }`)).toEqual([
      '聂家河镇',
      '姚家店镇',
      '王家畈镇',
      '潘家湾土家族乡',
    ]);
    expect(await regions(`${YIDU}, name: { contains: "土家族" }`)).toEqual(['潘家湾土家族乡']);
    expect(await regions(`${YIDU}, name: { contains: "家族土" }`)).toEqual([]);
  });

  it('finds counties of the whole nation, spaces and width aside', async () => {
    expect(await regions('level: { in: [COUNTY] }, name: { contains: " 宜　都 " }')).toEqual(['宜都市']);
  });

  it('reads an index, however the name is asked for', async () => {
    for (const where of [
      'name: { contains: "宜都" }',
      'name: { startsWith: "宜" }, level: { in: [COUNTY] }',
    ]) {
      const query = `{ regions(where: { ${where} }, first: 5) { nodes { code } } }`;
      expectIndexed(await plansFor(graph, query, PUBLIC_ACTOR));
    }
  });
});
