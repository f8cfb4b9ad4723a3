import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledGraph, FIXTURES, id, MANY } from './list-fixtures.ts';
import type { PairingGraph } from './under-test.ts';
import { office } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await filledGraph();
});
afterAll(() => graph.stop());

type Document = Record<string, any>;
type Case = readonly [list: string, collection: string, where: string, holds: (each: Document) => boolean];

const inDays = (day: string): boolean => day >= '2026-02-01' && day <= '2026-08-31';
const RANGE = '{ gte: "2026-02-01", lte: "2026-08-31" }';
const SCHEME = id('sch', 1);
const HELPER = id('agy', 3);

const CASES: readonly Case[] = [
  ['agencies', 'agencies', 'focusArea: { eq: "为老服务" }', (a) => a['focusAreas'].includes('为老服务')],
  [
    'agencies',
    'agencies',
    'name: { startsWith: "演示社工服务中心 1" }',
    (a) => a['name'].startsWith('演示社工服务中心 1'),
  ],
  [
    'cooperationSchemes',
    'cooperation_schemes',
    'dispatchProvinceCode: { eq: "350000" }, mode: { eq: CROSS_PROVINCE }',
    (s) => s['dispatchProvinceCode'] === '350000' && s['mode'] === 'CROSS_PROVINCE',
  ],
  ['pairings', 'pairings', 'countyTier: { in: [KEY_COUNTY] }', (p) => p['countyTier'] === 'KEY_COUNTY'],
  ['pairings', 'pairings', 'mode: { eq: INTRA_PROVINCE }', (p) => p['mode'] === 'INTRA_PROVINCE'],
  ['pairings', 'pairings', 'regionCode: { within: "640521" }', (p) => p['countyCode'] === '640521'],
  [
    'pairingApplications',
    'pairing_applications',
    `dispatchingAgencyId: { eq: "${HELPER}" }`,
    (a) => a['dispatchingAgencyId'] === HELPER,
  ],
  [
    'pairingApplications',
    'pairing_applications',
    'regionCode: { within: "640521" }, status: { in: [SUBMITTED] }',
    (a) => a['countyCode'] === '640521' && a['status'] === 'SUBMITTED',
  ],
  [
    'pairingTargets',
    'pairing_targets',
    `schemeId: { eq: "${SCHEME}" }, dueOn: ${RANGE}`,
    (t) => t['schemeId'] === SCHEME && inDays(t['dueOn']),
  ],
  [
    'dispatchAssignments',
    'dispatch_assignments',
    `dispatchingAgencyId: { eq: "${HELPER}" }, arrivedOn: ${RANGE}`,
    (d) => d['dispatchingAgencyId'] === HELPER && inDays(d['arrivedOn']),
  ],
  ['supportActivities', 'support_activities', 'struck: true', (a) => a['struck'] !== null],
  [
    'supportActivities',
    'support_activities',
    'heldOn: { gte: "2026-05-01" }',
    (a) => a['heldOn'] >= '2026-05-01',
  ],
  ['supportActivities', 'support_activities', 'heldOn: {}, struck: true', (a) => a['struck'] !== null],
  [
    'pairingEvaluations',
    'pairing_evaluations',
    'grade: { in: [UNQUALIFIED] }',
    (e) => e['grade'] === 'UNQUALIFIED',
  ],
  ['pairingEvaluations', 'pairing_evaluations', 'year: { eq: 2026 }', (e) => e['year'] === 2026],
  ['progressReports', 'progress_reports', 'late: true', (r) => r['late']],
  [
    'supervisionNotes',
    'supervision_notes',
    'status: { in: [OPEN] }, followUpOn: { lte: "2026-06-30" }',
    (n) => n['status'] === 'OPEN' && n['followUpOn'] <= '2026-06-30',
  ],
  ['publicityItems', 'publicity_items', `publishedOn: ${RANGE}`, (p) => inDays(p['publishedOn'])],
  [
    'exitStandings',
    'exit_standings',
    'lacks: { in: [LOCAL_STAFF] }',
    (s) => s['unmet'].includes('LOCAL_STAFF'),
  ],
];

describe('the filters of lists', () => {
  it.each(CASES)(
    '%s of %s find by %s what they say, and count it',
    async (list, collection, where, holds) => {
      const make = FIXTURES[collection] ?? (() => ({}));
      const expected = Array.from({ length: MANY }, (_, at) => make(at)).filter(holds).length;

      const { data } = await graph.execute(`{ ${list}(where: { ${where} }) { totalCount } }`, {}, office);

      expect(expected).toBeGreaterThan(0);
      expect(expected).toBeLessThan(MANY);
      expect(data[list].totalCount).toBe(expected);
    },
  );
});

describe('the orders of lists', () => {
  it.each([
    ['agencies', 'NAME', 'name'],
    ['agencies', 'REGISTERED_ON', 'registeredOn'],
    ['pairings', 'ENDS_ON', 'endsOn'],
    ['recipientCounties', 'CODE', 'code'],
    ['pairingApplications', 'HANDED_IN', 'id'],
  ])('%s by %s run both ways', async (list, field, shown) => {
    const page = async (way: string): Promise<readonly string[]> => {
      const { data } = await graph.execute(
        `{ ${list}(first: 10, orderBy: [{ field: ${field}, direction: ${way} }]) { nodes { ${shown} } } }`,
        {},
        office,
      );
      return data[list].nodes.map((node: Document) => node[shown] ?? '');
    };
    const [up, down] = [await page('ASC'), await page('DESC')];

    expect(up).toEqual(up.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(down).toEqual(down.toSorted((a, b) => (a > b ? -1 : 1)));
    expect(up).not.toEqual(down);
  });
});
