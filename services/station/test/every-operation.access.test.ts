import { join } from 'node:path';
import { guardedPaths } from '@qianshou/service-kit/graphql';
import { askEverybody, type Probes } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probesOf } from './probes.ts';
import { type StationGraph, stationGraph } from './under-test.ts';

const PATHS = guardedPaths(join(import.meta.dirname, '..'));
let graph: StationGraph;
let probes: Probes;

beforeAll(async () => {
  graph = await stationGraph();
  probes = await probesOf(graph);
});
afterAll(() => graph.stop());

describe('every operation admits whom its @access names, where it says, and nobody else', () => {
  it.each(PATHS)('%s', async (path) => {
    const { asked, declared } = await askEverybody(graph, path, probes);

    expect(asked).toEqual(declared);
  });

  it('has no probe of what the contract no longer has', () => {
    expect(PATHS).toEqual(expect.arrayContaining(Object.keys(probes)));
  });
});
