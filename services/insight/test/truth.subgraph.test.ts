import type { CalendarDate } from '@qianshou/kernel';
import { chinaDay } from '@qianshou/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStation, type InsightGraph, insightGraph, on } from './under-test.ts';

const TOWNSHIPS = ['420581100', '420581101', '420502001', '640522100', '350203001'] as const;
const STATIONS = 40;

/** A station as its owner knows it. */
interface Station {
  readonly township: string;
  readonly status: string;
  readonly tier: string;
  readonly openedOn: string | null;
  readonly missing: readonly string[];
}

interface Deed {
  readonly at: string;
  readonly station: number;
  readonly to: Station;
}

let graph: InsightGraph;
const deeds: Deed[] = [];

/** What owners would answer of that day: what was done by then, done again. */
function replay(asOf: string | null): readonly Station[] {
  const then = deeds.filter(({ at }) => asOf === null || chinaDay(new Date(at)) <= asOf);
  return [...new Map(then.map(({ station, to }) => [station, to])).values()];
}

/** Moments on either side of midnight in China, so that a day by another clock would be seen. */
const momentOf = (number: number): string =>
  new Date(Date.UTC(2026, 4, 1) + number * 19 * 3_600_000 + (number % 3) * 1_800_000).toISOString();

function act(number: number): void {
  const station = (number * 7) % STATIONS;
  const before = deeds.findLast((deed) => deed.station === station)?.to;
  const at = momentOf(Math.floor(number / 4));
  const township = TOWNSHIPS[station % TOWNSHIPS.length] ?? '';
  const tell = (to: Station): unknown => deeds.push({ at, station, to });
  if (before === undefined) {
    graph.tell('qianshou.station.planned.v1', aStation(station, township), at);
    tell({ township, status: 'PREPARING', tier: 'ORDINARY', openedOn: null, missing: [] });
  } else if (before.status === 'PREPARING' && number % 3 > 0) {
    const openedOn = on(`202${number % 7}-0${1 + (number % 9)}-15`);
    graph.tell('qianshou.station.opened.v1', { ...aStation(station, township), openedOn }, at);
    tell({ ...before, status: 'OPERATING', openedOn });
  } else if (before.status === 'OPERATING' && number % 5 === 0) {
    const closed = {
      from: 'OPERATING',
      closedOn: on('2026-06-10'),
      grade: 'GOOD',
      wasOverdue: false,
    } as const;
    graph.tell('qianshou.station.closed.v1', { ...aStation(station, township), ...closed }, at);
    tell({ ...before, status: 'CLOSED' });
  } else {
    const missing = (['SITE', 'STAFF', 'REGIME'] as const).filter((_each, bit) => (number >> bit) % 2 === 1);
    const changed = { complete: missing.length === 0, missing };
    graph.tell('qianshou.station.haves-changed.v1', { ...aStation(station, township), ...changed }, at);
    tell({ ...before, missing });
  }
}

beforeAll(async () => {
  graph = await insightGraph();
  for (let number = 0; number < 240; number += 1) act(number);
});
afterAll(() => graph.stop());

/** A condition as it is written, and what it means. */
interface Condition {
  readonly text: string;
  readonly holds: (station: Station) => boolean;
}

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(['PREPARING', 'OPERATING', 'CLOSED'], { minLength: 1 }).map((all) => ({
    text: `status: { in: ${JSON.stringify(all)} }`,
    holds: ({ status }: Station) => all.includes(status),
  })),
  fc.constantFrom('420000', '420500', '420581', '420581100', '640000', '000000').map((code) => ({
    text: `regionCode: { within: "${code}" }`,
    holds: ({ township }: Station) =>
      township.startsWith(code.length === 9 ? code : code.replace(/(?:00){1,3}$/, '')),
  })),
  fc.constantFrom('2021-01-01', '2023-05-15', '2025-02-15').map((from) => ({
    text: `openedOn: { gte: "${from}" }`,
    holds: ({ openedOn }: Station) => openedOn !== null && openedOn >= from,
  })),
  fc.boolean().map((missing) => ({
    text: `openedOn: { isMissing: ${missing} }`,
    holds: ({ openedOn }: Station) => (openedOn === null) === missing,
  })),
  fc.subarray(['SITE', 'STAFF'], { minLength: 1 }).map((all) => ({
    text: `missing: { in: ${JSON.stringify(all)} }`,
    holds: ({ missing }: Station) => all.some((each) => missing.includes(each)),
  })),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    tie('node').map(({ text, holds }) => ({
      text: `not: { ${text} }`,
      holds: (each: Station) => !holds(each),
    })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
      .map(([word, parts]) => ({
        text: `${word}: [${parts.map(({ text }) => `{ ${text} }`).join(', ')}]`,
        holds: (each: Station) =>
          word === 'and' ? parts.every(({ holds }) => holds(each)) : parts.some(({ holds }) => holds(each)),
      })),
  ),
})).node;

const DIMENSIONS: Readonly<Record<string, (station: Station) => readonly (string | null)[]>> = {
  PROVINCE: ({ township }) => [`${township.slice(0, 2)}0000`],
  PREFECTURE: ({ township }) => [`${township.slice(0, 4)}00`],
  COUNTY: ({ township }) => [township.slice(0, 6)],
  TOWNSHIP: ({ township }) => [township],
  STATUS: ({ status }) => [status],
  TIER: ({ tier }) => [tier],
  OPENED_ON_YEAR: ({ openedOn }) => [openedOn?.slice(0, 4) ?? null],
  OPENED_ON_QUARTER: ({ openedOn }) => [
    openedOn === null ? null : `${openedOn.slice(0, 4)}-Q${Math.ceil(Number(openedOn.slice(5, 7)) / 3)}`,
  ],
  MISSING: ({ missing }) => missing,
};

const question = fc.record({
  by: fc.uniqueArray(fc.constantFrom(...Object.keys(DIMENSIONS)), { maxLength: 3 }),
  where: condition,
  share: leaf,
  asOf: fc.option(
    fc.integer({ min: 0, max: 58 }).map((day) => chinaDay(new Date(Date.UTC(2026, 4, 2 + day)))),
  ),
});

interface Asked {
  readonly by: readonly string[];
  readonly where: Condition;
  readonly share: Condition;
  readonly asOf: CalendarDate | null;
}

/** The same by counting what is done again, one by one. */
function counted({ by, where, share, asOf }: Asked): readonly (readonly [string, number, number])[] {
  const groups = new Map<string, { count: number; shared: number }>();
  for (const station of replay(asOf).filter(where.holds)) {
    const keys = by.reduce<readonly (readonly (string | null)[])[]>(
      (all, name) =>
        all.flatMap((key) => (DIMENSIONS[name]?.(station) ?? []).map((value) => [...key, value])),
      [[]],
    );
    for (const key of keys) {
      const group = groups.get(JSON.stringify(key)) ?? { count: 0, shared: 0 };
      group.count += 1;
      group.shared += share.holds(station) ? 1 : 0;
      groups.set(JSON.stringify(key), group);
    }
  }
  return [...groups].map(([key, { count, shared }]) => [key, count, shared] as const).toSorted(inOrder);
}

const inOrder = (one: readonly unknown[], other: readonly unknown[]): number =>
  String(one[0]) < String(other[0]) ? -1 : 1;

const written = ({ by, where, share, asOf }: Asked, at: number): string =>
  `q${at}: stationGroups(by: [${by.join(', ')}], where: { ${where.text} }, measures: [{ kind: COUNT }, { kind: COUNT, where: { ${share.text} } }]${asOf === null ? '' : `, asOf: "${asOf}"`}, first: 1000) { nodes { keys { value } values } }`;

describe('insight', () => {
  it('answers generated questions, of now and of past days, as what was told comes to when it is done again', async () => {
    const questions = fc.sample(question, { numRuns: 80, seed: 17 }) as readonly Asked[];
    for (let from = 0; from < questions.length; from += 20) {
      const some = questions.slice(from, from + 20);
      const answer = await graph.answer(`{ ${some.map(written).join('\n')} }`);
      const told = some.map((_each, at) =>
        answer[`q${at}`].nodes
          .map((node: any) => [JSON.stringify(node.keys.map((key: any) => key.value)), ...node.values])
          .toSorted(inOrder),
      );

      expect(told).toEqual(some.map(withoutEmpty));
    }
  });
});

/** A group of all is there even where nothing is in it. */
function withoutEmpty(asked: Asked): readonly (readonly [string, number, number])[] {
  const groups = counted(asked);
  return groups.length === 0 && asked.by.length === 0 ? [['[]', 0, 0]] : groups;
}
