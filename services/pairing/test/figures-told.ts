import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { foldPairingEvent } from '../src/messaging/figures.ts';
import type { PairingGraph } from './under-test.ts';

/** What all that was told comes to. */
export async function figuresOf(graph: PairingGraph): Promise<Readonly<Record<string, number>>> {
  const events = (await graph.outbox()) as unknown as readonly KnownEvent<EventTypeOf<'pairing'>>[];
  const all = events.flatMap(foldPairingEvent).filter(({ period }) => period === undefined);
  const totals: Record<string, number> = {};
  for (const [name, value] of all.flatMap((delta) => Object.entries(delta.figures)))
    totals[name] = (totals[name] ?? 0) + Number(value);
  return Object.fromEntries(Object.entries(totals).filter(([, value]) => value !== 0));
}

/** What changed between two readings. */
export function difference(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const);
  return Object.fromEntries(changed.filter(([, value]) => value !== 0));
}
