import { join } from 'node:path';
import { guardedPaths, type SubgraphResolvers, subgraphSchema } from '@qianshou/service-kit/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEverybody, type Probes } from './access-matrix.ts';
import type { Askable } from './access-question.ts';
import { fieldsThatTakeOthersAlong } from './fail-alone.ts';

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
  const folder = join(tests, '..');
  const paths = guardedPaths(folder);
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

  describe('a field that reads more than its object', () => {
    it('may be null, so that it fails alone', async () => {
      // Its own schema: in the one that is asked, Apollo has put a function before each resolver.
      const file = join(folder, 'src/graphql/resolvers.ts');
      const { resolvers } = (await import(file)) as { readonly resolvers: SubgraphResolvers };

      expect(fieldsThatTakeOthersAlong(subgraphSchema(folder, resolvers))).toEqual([]);
    });
  });
}
