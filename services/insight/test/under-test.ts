import { type EventData, type EventType, type KnownEvent, serviceOf, topicOf } from '@qianshou/events';
import type { Actor, CalendarDate, Id, RegionCode } from '@qianshou/kernel';
import { inRegion, type SubgraphUnderTest, subgraphUnderTest } from '@qianshou/testing';
import type { ReadLog } from '../src/application/question/ports.ts';
import type { UseCases } from '../src/application/use-cases.ts';
import { insight } from '../src/container.ts';
import { changeOf } from '../src/messaging/feed/feed.ts';
import { mongoAliases } from '../src/persistence/aliases.ts';

export const NOW = new Date('2026-07-01T04:00:00Z');

export interface InsightGraph extends SubgraphUnderTest<UseCases, object> {
  /** What an owner tells, as the feed brings it: taken in together before the next question. */
  readonly tell: <Type extends EventType>(type: Type, data: EventData<Type>, at?: string) => void;
  readonly answer: (query: string, actor?: Actor, variables?: Record<string, unknown>) => Promise<any>;
}

export const admin: Actor = { subject: 'test|admin', grants: [{ role: 'ADMIN' }] };
export const analystOf = (region: string): Actor => inRegion('ANALYST', region);

export async function insightGraph(): Promise<InsightGraph> {
  const graph = await subgraphUnderTest(insight, {
    config: { INSIGHT_THREADS: 1 },
    clock: { now: () => NOW },
  });
  let next = 0n;
  let told: ReadLog[] = [];
  const alias = await mongoAliases(graph.connection)();
  const execute: InsightGraph['execute'] = async (...asked) => {
    const read = told;
    told = [];
    const changes = read.flatMap((each) => each.changes);
    const toldUpTo = read.at(-1)?.toldUpTo ?? null;
    if (read.length > 0)
      await graph.useCases.takeIn({ changes, toldUpTo, places: read.at(-1)?.places ?? [] });
    return graph.execute(...asked);
  };
  return {
    ...graph,
    tell: (type, data, at = '2026-06-01T02:00:00Z') => {
      next += 1n;
      const event = { type, data, time: at } as unknown as KnownEvent;
      const place = { topic: topicOf(serviceOf(type)), partition: 0, next };
      const change = changeOf(event, alias);
      told.push({ changes: change === null ? [] : [change], places: [place], toldUpTo: new Date(at) });
    },
    execute,
    answer: async (query, actor = admin, variables = {}) => {
      const { data, errors } = await execute(query, variables, actor);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return data as unknown;
    },
  };
}

export const idOf = <const Prefix extends string>(prefix: Prefix, number: number): Id<Prefix> =>
  `${prefix}_01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id<Prefix>;

export const code = (text: string): RegionCode => text as RegionCode;
export const on = (text: string): CalendarDate => text as CalendarDate;

export function aStation(number: number, townshipCode: string, more: object = {}) {
  return {
    stationId: idOf('sta', number),
    townshipCode: code(townshipCode),
    countyCode: code(townshipCode.slice(0, 6)),
    tier: 'ORDINARY' as const,
    operatorAgencyId: idOf('agy', 1),
    ...more,
  };
}
