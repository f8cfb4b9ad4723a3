import type { Actor } from '@qianshou/kernel';
import { expect } from 'vitest';
import type { StationGraph } from './under-test.ts';

/** Enough of each that a plan without an index would show. */
export const MANY = 400;

export const aDay = (at: number): string => `2026-0${1 + (at % 9)}-${10 + (at % 18)}`;

export async function fillWith(
  { connection }: StationGraph,
  name: string,
  make: (at: number) => Record<string, unknown>,
): Promise<void> {
  const documents = Array.from({ length: MANY }, (_, at) => ({
    ...(make(at) as { _id: string }),
    version: 1,
  }));
  await connection.collection<{ _id: string }>(name).insertMany(documents);
}

export async function watchPlans({ connection }: StationGraph, level: 0 | 2): Promise<void> {
  await connection.db?.command({ profile: level });
}

export interface Plan {
  readonly ns: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
}

const LISTED =
  /\.(stations|guidance_centres|village_rooms|station_evaluations|complaints|service_records|regions|acceptance_checks|county_policies)$/;

/** What the database did for one query: no collection may be read whole, nothing sorted in memory. */
export async function plansFor(graph: StationGraph, query: string, actor: Actor): Promise<readonly Plan[]> {
  const profile = graph.connection.collection('system.profile');
  const since = new Date();
  const { errors } = await graph.execute(query, {}, actor);
  expect(errors).toEqual([]);
  return (await profile
    .find({ ts: { $gte: since }, ns: LISTED, planSummary: { $exists: true } })
    .toArray()) as unknown as Plan[];
}

/** The plans of the second page, which a cursor leads to. */
export async function secondPagePlans(
  graph: StationGraph,
  list: string,
  args: string,
  actor: Actor,
): Promise<readonly Plan[]> {
  const page = (after: string) =>
    `{ ${list}(${args} first: 5 ${after === '' ? '' : `after: "${after}"`}) { pageInfo { endCursor } } }`;
  const first = await graph.execute(page(''), {}, actor);
  return plansFor(graph, page(first.data[list].pageInfo.endCursor as string), actor);
}

export function expectIndexed(plans: readonly Plan[]): void {
  expect(plans.length).toBeGreaterThan(0);
  for (const { planSummary, hasSortStage } of plans) {
    expect(planSummary).not.toContain('COLLSCAN');
    expect(hasSortStage ?? false).toBe(false);
  }
}

/** Each set of some filters, the empty one as well. */
export function combined(filters: readonly string[]): readonly string[] {
  return Array.from({ length: 2 ** filters.length }, (_, bits) =>
    filters.filter((_filter, at) => (bits & (2 ** at)) > 0).join(', '),
  );
}
