import type { Actor } from '@qianshou/kernel';
import { expect } from 'vitest';
import { bureau, type FundingGraph, run } from './under-test.ts';

export interface Case {
  readonly field: string;
  readonly input: Record<string, unknown>;
  readonly code: string;
  readonly by?: Actor;
}

const KEPT = ['budget_plans', 'contracts', 'payments', 'awards', 'journal', 'ledgers', 'fund_sources'];

/** Everything that the service keeps of money, and how much of it was told; a breach of the cap is told although refused. */
async function state(graph: FundingGraph) {
  const kept = KEPT.map((name) => graph.connection.collection(name).find().sort({ _id: 1 }).toArray());
  const told = (await graph.outbox()).filter(({ type }) => !type.includes('cap-breach-rejected'));
  return JSON.stringify([await Promise.all(kept), told.length], (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

async function lastAudited(graph: FundingGraph) {
  const [row] = await graph.connection
    .collection('audit')
    .find()
    .sort({ at: -1, _id: -1 })
    .limit(1)
    .toArray();
  const { operation, outcome, code, actor } = JSON.parse(String(row?.['body']));
  return { operation, outcome, code, subject: actor.subject };
}

/** With its code, nothing of the money changed, and the audit log has it. */
export async function isRefused(
  graph: FundingGraph,
  { field, input, code, by = bureau }: Case,
): Promise<void> {
  const before = await state(graph);

  const answer = await run(graph, by, field, input);

  expect({ field, code: answer.code, message: answer.errors[0]?.message }).toMatchObject({ field, code });
  expect(await state(graph)).toBe(before);
  expect(await lastAudited(graph)).toEqual({
    operation: field,
    outcome: 'REFUSED',
    code,
    subject: by.subject,
  });
}
