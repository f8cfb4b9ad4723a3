import type { RegionCode } from '@qianshou/kernel';
import { inRegion, onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { CHECK, checkInput, PLAN, planned, prepared, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let stationId: string;

beforeAll(async () => {
  graph = await stationGraph();
  stationId = await planned(graph);
  await prepared(graph, stationId);
});
afterAll(() => graph.stop());

const yidu = { region: '420581' as RegionCode };
/** A person of every role who is also the manager of the station's operator: only AGENCY_MANAGER may use that. */
const scope = { ...yidu, agencyId: OPERATOR_ID };
const ask = (query: string, variables = {}) => verdicts(graph, { query, variables, scope });
const target = () => `input: { stationId: "${stationId}"`;

const PREPARATION = [
  ['recordSite', 'source: OTHER, address: "演示路 2 号" }'],
  ['addRooms', 'rooms: [{ kind: CASE_ROOM }] }'],
  ['fileDocuments', 'documents: [] }'],
  ['logActivity', 'title: "演示", heldOn: "2026-01-01", participants: 1 }'],
  ['strikeActivity', 'activityId: "sac_01900000-0000-7000-8000-000000000009", reason: "误登" }'],
  ['requestAcceptance', '}'],
] as const;

describe.each(PREPARATION)('who may %s', (mutation, rest) => {
  it('is the bureau, the township office and the operator, nobody else', async () => {
    const query = `mutation { ${mutation}(${target()}, ${rest}) { station { id } } }`;

    expect(await ask(query)).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it.each([
    ['another county', inRegion('COUNTY_CIVIL_AFFAIRS', '420582')],
    ['another township', inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420581100')],
    [
      'another agency',
      { subject: 'x', grants: [{ role: 'AGENCY_MANAGER', agencyId: 'agy_other' }] } as const,
    ],
    ['no region at all', { subject: 'x', grants: [{ role: 'COUNTY_CIVIL_AFFAIRS' }] } as const],
  ])('is not somebody of %s', async (_where, actor) => {
    const query = `mutation { ${mutation}(${target()}, ${rest}) { station { id } } }`;

    expect((await graph.execute(query, {}, actor)).code).toBe('FORBIDDEN');
  });
});

describe('who may plan, check, open and choose', () => {
  it('planStation: the bureau', async () => {
    const input = {
      townshipCode: '420581100',
      signage: '宜都市红花套镇社会工作服务站',
      operatorAgencyId: OPERATOR_ID,
    };

    expect(await ask(PLAN, { input })).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
  });

  it('checkStation: the bureau, the guidance centre and an evaluator, not those who prepared it', async () => {
    expect(await ask(CHECK, { input: checkInput(stationId) })).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'EVALUATOR'),
    );
  });

  it.each(['openStation', 'chooseDemonstrationStation'])('%s: the bureau', async (mutation) => {
    expect(await ask(`mutation { ${mutation}(${target()} }) { station { id } } }`)).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS'),
    );
  });

  it('a province covers the counties below it only with the role that the rule names', async () => {
    const province = inRegion('COUNTY_CIVIL_AFFAIRS', '420000');

    expect((await graph.execute(CHECK, { input: checkInput(stationId) }, province)).code).not.toBe(
      'FORBIDDEN',
    );
  });
});

describe('who may read', () => {
  it.each([
    'region(code: "420581") { name }',
    'stations(first: 1) { nodes { id } }',
    'villageRooms { nodes { id } }',
  ])('%s: everybody', async (field) => {
    expect(await ask(`{ ${field} }`)).toEqual(onlyFor('PUBLIC'));
  });
});
