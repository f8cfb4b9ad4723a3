import type { Id, RegionCode } from '@qianshou/kernel';
import { inRegion, ofAgency, onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, OPERATOR_ID } from './builders.ts';
import {
  bureau,
  countFigures,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;
let id: string;
const month = today.slice(0, 7);

beforeAll(async () => {
  graph = await stationGraph();
  id = await operating(graph);
  await hearOfWorker(anId('wkr', 1), '420581');
  await hearOfWorker(anId('wkr', 903), '640522', OPERATOR_ID);
});
afterAll(() => graph.stop());

const hearOfWorker = (workerId: string, countyCode: string, employerAgencyId: string | null = null) =>
  graph.hear('qianshou.personnel.worker-registered.v1', {
    workerId: workerId as Id<'wkr'>,
    countyCode: countyCode as RegionCode,
    employerAgencyId: employerAgencyId as Id<'agy'> | null,
  });

const RECORD =
  'mutation ($input: RecordServicesInput!) { recordServices(input: $input) { records { id domain hours partners workerIds version } } }';
const visit = {
  service: 'ELDERLY_HOME_VISIT',
  method: 'CASE',
  beneficiaryGroup: 'LONE_ELDERLY',
  persons: 12,
  hours: 3.5,
  workerIds: [anId('wkr', 1)],
};
const talk = { service: 'GOVERNANCE_CONSULTATION', method: 'COMMUNITY', persons: 30, hours: 2 };
const record = (...entries: readonly Record<string, unknown>[]) =>
  graph.execute(RECORD, { input: { stationId: id, servedOn: today, entries } }, ofAgency(OPERATOR_ID));
const list = (rest = '') =>
  graph.execute(
    `{ serviceRecords(where: { stationId: { eq: "${id}" } ${rest} }) { totalCount nodes { id service persons struckOn allowedActions } } }`,
    {},
    bureau,
  );

describe('recordServices', () => {
  it('records a day of services in counts', async () => {
    const ofOperatorElsewhere = { ...talk, workerIds: [anId('wkr', 903)] };

    const { data, errors } = await record(visit, ofOperatorElsewhere);

    expect(errors).toEqual([]);
    expect(data.recordServices.records).toMatchObject([
      { domain: 'ELDERLY_CARE', hours: 3.5, workerIds: [anId('wkr', 1)] },
      { domain: 'GRASSROOTS_GOVERNANCE', hours: 2 },
    ]);
  });

  it('refuses workers who do not exist and workers of elsewhere alike, and names them', async () => {
    await hearOfWorker(anId('wkr', 902), '640522');
    const ask = (worker: string) => record({ ...visit, workerIds: [worker] });

    const [absent, foreign] = [await ask(anId('wkr', 901)), await ask(anId('wkr', 902))];

    expect(absent.code).toBe('NOT_KNOWN_HERE_YET');
    expect(foreign.code).toBe(absent.code);
    expect(foreign.details['id']).toEqual([anId('wkr', 902)]);
  });

  it('STA-12 publishes neither note nor workers', async () => {
    const [event] = await eventsOf(graph, 'service-recorded');

    expect(event).toMatchObject({ service: 'ELDERLY_HOME_VISIT', persons: 12, minutes: 210 });
    expect(Object.keys(event ?? {})).not.toContain('workerIds');
    expect(Object.keys(event ?? {})).not.toContain('note');
  });

  it('STA-12 refuses the whole day when one note points at a person', async () => {
    const before = (await list()).data.serviceRecords.totalCount as number;

    const { code } = await record(visit, { ...talk, note: '联系人:某某' });

    expect(code).toBe('PERSONAL_MARKS_FOUND');
    expect((await list()).data.serviceRecords.totalCount).toBe(before);
  });

  it('refuses more than fifty at once', async () => {
    expect((await record(...Array.from({ length: 51 }, () => talk))).code).toBe('BAD_USER_INPUT');
  });
});

describe('strikeServiceRecord', () => {
  it('is offered of every record that stands', async () => {
    for (const { allowedActions, struckOn } of (await list()).data.serviceRecords.nodes)
      expect({ allowedActions, struckOn }).toEqual({ allowedActions: ['CORRECT', 'STRIKE'], struckOn: null });
  });

  it('takes a record out of the sums and keeps it', async () => {
    const { data } = await record({ ...talk, persons: 999 });
    const [{ id: recordId }] = data.recordServices.records;

    const struck = await mutate(
      graph,
      `strikeServiceRecord(input: { recordId: "${recordId}", reason: "误登" }) { record { struckOn } }`,
    );

    expect(struck.data.strikeServiceRecord.record.struckOn).toBe(today);
    expect(await eventsOf(graph, 'service-record-struck')).toMatchObject([{ persons: 999 }]);
  });
});

describe('serviceMonths', () => {
  const sums = `serviceMonths(from: "${month}", to: "${month}") { month records persons hours byDomain { domain persons } byMethod { method hours } byGroup { group persons } }`;
  const expected = {
    month,
    records: 2,
    persons: 42,
    hours: 5.5,
    byDomain: [
      { domain: 'ELDERLY_CARE', persons: 12 },
      { domain: 'GRASSROOTS_GOVERNANCE', persons: 30 },
    ],
    byMethod: [
      { method: 'CASE', hours: 3.5 },
      { method: 'COMMUNITY', hours: 2 },
    ],
    byGroup: [{ group: 'LONE_ELDERLY', persons: 12 }],
  };

  it('sum up a station and every region above it', async () => {
    await countFigures(graph);

    const { data } = await graph.execute(
      `{ station(id: "${id}") { ${sums} } province: region(code: "420000") { ${sums} } nation: region(code: "000000") { stationFigures { serviceRecords servicePersons serviceHours coverage { numerator denominator } } } county: region(code: "420581") { stationFigures { coverage { numerator denominator } } } }`,
    );

    expect(data.station.serviceMonths).toEqual([expected]);
    expect(data.province.serviceMonths).toEqual([expected]);
    expect(data.nation.stationFigures).toMatchObject({
      serviceRecords: 2,
      servicePersons: 42,
      serviceHours: 5.5,
    });
    expect(data.county.stationFigures.coverage).toEqual({ numerator: 1, denominator: 11 });
  });

  it('are empty where nothing was done, and refuse a month that is none', async () => {
    const ask = (from: string) =>
      graph.execute(
        `{ station(id: "${id}") { serviceMonths(from: "${from}", to: "2020-02") { records byDomain { persons } asOf } } }`,
      );

    expect((await ask('2020-02')).data.station.serviceMonths).toMatchObject([{ records: 0, byDomain: [] }]);
    expect((await ask('2020-2')).code).toBe('MONTHS_WRONG');
  });
});

describe('the five partners (五社联动)', () => {
  it('are told of governance, in the graph and to other services', async () => {
    const together = { ...talk, partners: ['VOLUNTEER', 'COMMUNITY'], persons: 7 };

    const { data } = await record(together);

    const [{ id: recordId, partners }] = data.recordServices.records;
    expect(partners).toEqual(['COMMUNITY', 'VOLUNTEER']);
    const events = await eventsOf(graph, 'service-recorded');
    expect(events.find((event) => event['recordId'] === recordId)).toMatchObject({ partners });
    expect(events.filter((event) => 'partners' in event)).toHaveLength(1);
  });

  it('are refused of any other domain, and nothing of the day is recorded', async () => {
    const before = (await list()).data.serviceRecords.totalCount as number;

    const { code } = await record(talk, { ...visit, partners: ['COMMUNITY'] });

    expect(code).toBe('SERVICE_HAS_NO_PARTNERS');
    expect((await list()).data.serviceRecords.totalCount).toBe(before);
  });
});

describe('who may', () => {
  const scope = { region: '420581' as RegionCode, agencyId: OPERATOR_ID };

  it('record: bureau, township office and operator', async () => {
    const variables = { input: { stationId: id, servedOn: today, entries: [] } };

    expect(await verdicts(graph, { query: RECORD, variables, scope })).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it('read the records: who prepares, checks or oversees; the sums and the catalogue: everybody', async () => {
    const records = `{ serviceRecords(where: { stationId: { eq: "${id}" } }) { totalCount } }`;
    const elsewhere = await graph.execute(records, {}, inRegion('COUNTY_CIVIL_AFFAIRS', '420582'));

    expect(await verdicts(graph, { query: records, scope })).toEqual(
      onlyFor(
        'COUNTY_CIVIL_AFFAIRS',
        'TOWNSHIP_CIVIL_AFFAIRS',
        'AGENCY_MANAGER',
        'GUIDANCE_CENTRE',
        'EVALUATOR',
        'PROVINCE_AUTHORITY',
        'PROJECT_OFFICE',
        'ANALYST',
        'ADMIN',
      ),
    );
    expect(elsewhere.code).toBe('FORBIDDEN');
    expect(await verdicts(graph, { query: '{ serviceCatalogue { code } }', scope })).toEqual(
      onlyFor('PUBLIC'),
    );
  });
});
