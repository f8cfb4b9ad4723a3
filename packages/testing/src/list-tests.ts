import { getNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { admittedTo, firstProbe, type Probes } from './access-matrix.ts';
import { type Askable, fieldAt } from './access-question.ts';
import type { CountedGraph } from './cost-of-lists.ts';
import { askList, inTownship, type ListPlace, twoOrders, wronglyAnswered } from './every-list.ts';
import { wrongAnswersToIds } from './ids-in-filters.ts';
import { argumentsMissing, nestedLists, placeWithin } from './nested-lists.ts';
import { badPlansOf, multiply } from './plans-of-lists.ts';
import type { Asked, Probed, ToStop } from './probed.ts';

/** Lists alike: each filter and each order is answered, an empty filter is no fault, nothing is read whole. */
export function testEveryList<Graph extends ToStop>(asked: Asked<Graph>, paths: readonly string[]): void {
  const lists = listsOf(paths);

  describe('every list', () => {
    it.each(lists)('%s answers each filter and each order, and refuses by a reason', async (path) => {
      const { graph, probes } = asked();
      if (!returnsPage(graph, path)) return;

      expect(await wronglyAnswered(graph, placeAt(graph, path, probes))).toEqual([]);
    });

    it.each(lists)('%s refuses a second order, which no index serves', async (path) => {
      const { graph, probes } = asked();
      const orders = returnsPage(graph, path) ? twoOrders(graph, path) : null;
      if (orders === null) return;
      const place = placeAt(graph, path, probes);
      const { code, errors } = await askList(graph, place, { ...place.base, orderBy: orders });

      expect([code, errors[0]?.extensions?.['details']]).toMatchObject([
        'BAD_USER_INPUT',
        { field: 'orderBy' },
      ]);
    });

    it.each(lists)(
      '%s refuses what is no id of its kind, and finds nothing by one of nobody',
      async (path) => {
        const { graph, probes } = asked();
        if (!returnsPage(graph, path)) return;

        expect(await wrongAnswersToIds(graph, placeAt(graph, path, probes))).toEqual([]);
      },
    );
  });

  testWithinObjects(asked);
}

function listsOf(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path.startsWith('Query.'));
}

function testWithinObjects<Graph extends ToStop>(asked: Asked<Graph>): void {
  describe('every list within an object', () => {
    it('takes the filters and orders that it takes at the root', async () => {
      const { graph, probes } = asked();
      for (const path of nestedLists(graph.schema)) {
        expect([path, argumentsMissing(graph.schema, path)]).toEqual([path, []]);
        const place = await placeWithin(graph, path, probes);
        if (place !== null) expect([path, await wronglyAnswered(graph, place)]).toEqual([path, []]);
      }
    });
  });
}

/** With rows enough that a plan without an index shows. */
export function testPlans<Graph extends ToStop>(probed: Probed<Graph>, paths: readonly string[]): void {
  describe('every list, with many rows', () => {
    const asked = probed(({ connection }) => multiply(connection));

    it.each(listsOf(paths))('%s reads by an index and in its order, whatever is asked for', async (path) => {
      const { graph, probes } = asked();
      if (!returnsPage(graph, path)) return;

      expect(await badPlansOf(graph, placeAt(graph, path, probes))).toEqual([]);
    });

    it('does so within an object', async () => {
      const { graph, probes } = asked();
      for (const path of nestedLists(graph.schema)) {
        const place = await placeWithin(graph, path, probes);
        if (place !== null) expect([path, await badPlansOf(graph, place)]).toEqual([path, []]);
      }
    });
  });
}

/** A filter finer than the data answers or refuses: nothing found would be a lie. */
export function testTownships<Graph extends ToStop>(
  asked: Asked<Graph>,
  paths: readonly string[],
  byTownship: readonly string[],
): void {
  describe('every list that is asked for a township', () => {
    it.each(listsOf(paths))('%s answers for it or refuses', async (path) => {
      const { graph, probes } = asked();
      if (!returnsPage(graph, path)) return;
      const place = placeAt(graph, path, probes);
      const args = inTownship(graph, path, place.base);
      if (args === null) return;
      const { code } = await askList(graph, place, args);

      expect(code).toBe(byTownship.includes(path) ? undefined : 'BAD_USER_INPUT');
    });
  });
}

function placeAt(graph: Askable, path: string, probes: Probes): ListPlace {
  const probe = firstProbe(probes, path);
  return { path, base: probe.args ?? {}, actor: admittedTo(graph, path, probe) };
}

function returnsPage({ schema }: CountedGraph, path: string): boolean {
  return getNamedType(fieldAt(schema, path).type).name.endsWith('Connection');
}
