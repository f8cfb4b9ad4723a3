import { getNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { admittedTo, firstProbe } from './access-matrix.ts';
import { fieldAt } from './access-question.ts';
import type { CountedGraph } from './cost-of-lists.ts';
import { askList, inTownship, twoOrders, wronglyAnswered } from './every-list.ts';
import { type Asking, probed, type ToStop } from './probed.ts';

/** Lists alike: each filter and each order is answered, an empty filter is no fault, nothing is read whole. */
export function testEveryList<Graph extends ToStop>(asking: Asking<Graph>, paths: readonly string[]): void {
  describe('every list', () => {
    const asked = probed(asking);
    const lists = paths.filter((path) => path.startsWith('Query.'));

    it.each(lists)('%s answers each filter and each order, and refuses by a reason', async (path) => {
      const { graph, probes } = asked();
      if (!returnsPage(graph, path)) return;
      const probe = firstProbe(probes, path);
      const actor = admittedTo(graph, path, probe);
      const wrong = await wronglyAnswered(graph, path, { args: probe.args ?? {}, actor });

      expect(wrong).toEqual([]);
    });

    it.each(lists)('%s refuses a second order, which no index serves', async (path) => {
      const { graph, probes } = asked();
      const orders = returnsPage(graph, path) ? twoOrders(graph, path) : null;
      if (orders === null) return;
      const probe = firstProbe(probes, path);

      const { code, errors } = await askList(
        graph,
        path,
        { ...probe.args, orderBy: orders },
        admittedTo(graph, path, probe),
      );

      expect([code, errors[0]?.extensions?.['details']]).toMatchObject([
        'BAD_USER_INPUT',
        { field: 'orderBy' },
      ]);
    });
  });
}

/** A filter finer than the data answers or refuses: nothing found would be a lie. */
export function testTownships<Graph extends ToStop>(
  asking: Asking<Graph>,
  paths: readonly string[],
  byTownship: readonly string[],
): void {
  describe('every list that is asked for a township', () => {
    const asked = probed(asking);

    it.each(paths.filter((path) => path.startsWith('Query.')))(
      '%s answers for it or refuses',
      async (path) => {
        const { graph, probes } = asked();
        const probe = firstProbe(probes, path);
        const args = returnsPage(graph, path) ? inTownship(graph, path, probe.args ?? {}) : null;
        if (args === null) return;
        const { code } = await askList(graph, path, args, admittedTo(graph, path, probe));

        expect(code).toBe(byTownship.includes(path) ? undefined : 'BAD_USER_INPUT');
      },
    );
  });
}

function returnsPage({ schema }: CountedGraph, path: string): boolean {
  return getNamedType(fieldAt(schema, path).type).name.endsWith('Connection');
}
