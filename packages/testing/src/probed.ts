import { afterAll, beforeAll } from 'vitest';
import type { Probes } from './access-matrix.ts';
import type { CountedGraph } from './cost-of-lists.ts';

export interface Asking<Graph> {
  readonly open: () => Promise<Graph>;
  readonly probesOf: (graph: Graph) => Promise<Probes>;
}

export type ToStop = CountedGraph & { readonly stop: () => Promise<void> };

export type Asked<Graph> = () => { readonly graph: Graph; readonly probes: Probes };

/** A graph of the service with what the probes ask about, for the tests of one group. */
export function probed<Graph extends ToStop>({ open, probesOf }: Asking<Graph>): Asked<Graph> {
  let graph: Graph;
  let probes: Probes;
  beforeAll(async () => {
    graph = await open();
    probes = await probesOf(graph);
  });
  afterAll(() => graph.stop());
  return () => ({ graph, probes });
}
