import { join } from 'node:path';
import { guardedPaths } from '@qianshou/service-kit/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEverybody, type Probes } from './access-matrix.ts';
import type { Askable } from './access-question.ts';

export interface ServiceToAsk<Graph> {
  /** The folder of the service's tests. */
  readonly tests: string;
  readonly open: () => Promise<Graph>;
  readonly probesOf: (graph: Graph) => Promise<Probes>;
}

/** The access test by complement: every operation of a service, asked as everybody, beside what its contract says. */
export function testEveryOperation<Graph extends Askable & { readonly stop: () => Promise<void> }>({
  tests,
  open,
  probesOf,
}: ServiceToAsk<Graph>): void {
  const paths = guardedPaths(join(tests, '..'));
  let graph: Graph;
  let probes: Probes;

  beforeAll(async () => {
    graph = await open();
    probes = await probesOf(graph);
  });
  afterAll(() => graph.stop());

  describe('every operation admits whom its @access names, where it says, and nobody else', () => {
    it.each(paths)('%s', async (path) => {
      const { asked, declared } = await askEverybody(graph, path, probes);

      expect(asked).toEqual(declared);
    });

    it('has no probe of what the contract no longer has', () => {
      expect(paths).toEqual(expect.arrayContaining(Object.keys(probes)));
    });
  });
}
