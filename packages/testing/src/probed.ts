import { afterAll, beforeAll } from 'vitest';
import type { Probes } from './access-matrix.ts';
import type { CountedGraph } from './cost-of-lists.ts';
import { snapshotOf } from './database-snapshot.ts';

export interface Asking<Graph> {
  readonly open: () => Promise<Graph>;
  readonly probesOf: (graph: Graph) => Promise<Probes>;
}

export type ToStop = CountedGraph & { readonly stop: () => Promise<void> };

export interface Opened<Graph> {
  readonly graph: Graph;
  readonly probes: Probes;
}

export type Asked<Graph> = () => Opened<Graph>;

interface Shared<Graph> extends Opened<Graph> {
  readonly restore: () => Promise<void>;
}

/**
 * A graph of the service with what the probes ask about, for several groups of tests: opened and filled once, since that
 * takes as long as the questions. Each group finds it as the probes left it, whatever the groups before did to it.
 */
export function sharedGraph<Graph extends ToStop>({ open, probesOf }: Asking<Graph>) {
  let shared: Promise<Shared<Graph>> | undefined;
  const filled = async (): Promise<Shared<Graph>> => {
    const graph = await open();
    const probes = await probesOf(graph);
    return { graph, probes, restore: await snapshotOf(graph.connection) };
  };
  afterAll(async () => (await shared)?.graph.stop());
  return function probed(further: (graph: Graph) => Promise<void> = async () => {}): Asked<Graph> {
    let opened: Opened<Graph>;
    beforeAll(async () => {
      if (shared === undefined) shared = filled();
      else await (await shared).restore();
      opened = await shared;
      await further(opened.graph);
    });
    return () => opened;
  };
}

export type Probed<Graph> = (further?: (graph: Graph) => Promise<void>) => Asked<Graph>;
