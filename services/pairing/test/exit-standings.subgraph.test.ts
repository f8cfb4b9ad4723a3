import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStationId, HAIYUAN } from './builders.ts';
import {
  active,
  admin,
  bureau,
  done,
  key,
  openedGraph,
  type PairingGraph,
  province,
  scheme,
  signed,
} from './under-test.ts';

let graph: PairingGraph;
let pairingId: string;

beforeAll(async () => {
  graph = await openedGraph();
  pairingId = await active(graph);
});
afterAll(() => graph.stop());

const LIST = /* GraphQL */ `
  query ($where: ExitStandingFilter) {
    exitStandings(where: $where) {
      nodes {
        pairing {
          id
        }
        county {
          code
        }
        countyTier
        ready
        unmet
      }
      totalCount
    }
  }
`;
const standings = async (where: Record<string, unknown> = {}) =>
  (await graph.execute(LIST, { where })).data.exitStandings;
const unmet = async (): Promise<readonly string[]> => (await standings()).nodes[0].unmet;

const STATION = {
  stationId: aStationId(1),
  townshipCode: `${HAIYUAN}100`,
  countyCode: HAIYUAN,
  tier: 'ORDINARY',
  operatorAgencyId: null,
};
const WORKER = 'wkr_01900000-0000-7000-8000-000000000021';
const AGENCY = 'agy_01900000-0000-7000-8000-000000000001';
const hear = (type: string, data: object) => graph.hear(type as never, data as never);
const post = { postingId: 'pst_01900000-0000-7000-8000-000000000023', workerId: WORKER };
const posting = { ...post, stationId: aStationId(1), centreId: null, role: 'RESIDENT', countyCode: HAIYUAN };
const regime = (subject: string) => hear('qianshou.station.document-filed.v1', { ...STATION, subject });
const coverage = (unitsCovered: number) =>
  hear('qianshou.station.coverage-changed.v1', {
    countyCode: HAIYUAN,
    unitsInScope: 1,
    unitsCovered,
    replaces: { unitsInScope: 1, unitsCovered: 1 - unitsCovered },
  });

describe('exitStandings', () => {
  it('lacks everything on the first day of work, and is not asked before it', async () => {
    await signed(graph);

    const { nodes, totalCount } = await standings({ regionCode: { within: '640000' } });

    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({ pairing: { id: pairingId }, county: { code: HAIYUAN }, ready: false });
    expect(nodes[0].unmet).toHaveLength(7);
  });

  // Each fact as its owner tells it, and the criterion that it meets.
  it.each([
    ['STATIONS_OPERATING', () => hear('qianshou.station.opened.v1', { ...STATION, openedOn: '2026-05-02' })],
    ['FULL_COVERAGE', () => coverage(1)],
    [
      'LOCAL_STAFF',
      async () => {
        const worker = { workerId: WORKER, countyCode: HAIYUAN, employerAgencyId: null };
        await hear('qianshou.personnel.worker-registered.v1', worker);
        await hear('qianshou.personnel.posting-started.v1', { ...posting, startedOn: '2026-05-02' });
      },
    ],
    [
      'CERTIFIED_LOCAL_STAFF',
      () =>
        hear('qianshou.personnel.qualification-obtained.v1', {
          qualificationId: 'qua_01900000-0000-7000-8000-000000000024',
          workerId: WORKER,
          countyCode: HAIYUAN,
          level: 'ASSISTANT',
          passLineKind: 'NATIONAL',
          obtainedOn: '2026-05-20',
        }),
    ],
    [
      'ALL_REGIMES',
      async () => {
        for (const each of ['PERSONNEL', 'FINANCE', 'PROJECT', 'VOLUNTEER', 'SAFETY', 'ARCHIVE'])
          await regime(each);
      },
    ],
    [
      'LOCAL_FUNDING',
      () =>
        hear('qianshou.funding.contract-signed.v1', {
          contractId: 'con_01900000-0000-7000-8000-000000000043',
          countyCode: HAIYUAN,
          year: 2026,
          providerAgencyId: AGENCY,
          stationIds: [aStationId(1)],
          amountFen: '20000000',
          installments: 3,
          signedOn: '2026-03-15',
        }),
    ],
    [
      'RECIPIENT_CAN_OPERATE',
      async () => {
        const { data } = await graph.execute(`{ pairing(id: "${pairingId}") { recipientAgency { id } } }`);
        const input = { agencyId: data.pairing.recipientAgency.id, canOperate: true };
        const REVISE =
          'mutation ($input: ReviseAgencyInput!) { reviseAgency(input: $input) { agency { id } } }';
        await done(graph, REVISE, input, bureau);
      },
    ],
  ])('%s is met by what its owner tells', async (criterion, tell) => {
    expect(await unmet()).toContain(criterion);

    await tell();

    expect(await unmet()).not.toContain(criterion);
  });

  it('finds who is ready, and loses it again with the station, the staff or the agency', async () => {
    expect(await standings({ ready: true })).toMatchObject({ totalCount: 1, nodes: [{ ready: true }] });

    const end = { endedOn: '2026-06-01', wasOnDuty: true, standingBefore: 'CERTIFIED' };
    await hear('qianshou.personnel.posting-ended.v1', { ...posting, ...end });
    await coverage(0);

    expect(await unmet()).toEqual(['LOCAL_STAFF', 'CERTIFIED_LOCAL_STAFF', 'FULL_COVERAGE']);
    expect((await standings({ lacks: { in: ['FULL_COVERAGE'] } })).totalCount).toBe(1);
    expect((await standings({ lacks: { in: ['LOCAL_FUNDING'] } })).totalCount).toBe(0);
    expect((await standings({ countyTier: { in: ['KEY_COUNTY'] } })).totalCount).toBe(0);
    expect((await standings({ schemeId: { eq: await scheme(graph) } })).totalCount).toBe(0);
  });

  it('shows with the pairing which of its agencies is barred', async () => {
    const { data } = await graph.execute(`{ pairing(id: "${pairingId}") { recipientAgency { id } } }`);
    const agencyId = data.pairing.recipientAgency.id;
    const SUSPEND =
      'mutation ($input: SuspendAgencyInput!) { suspendAgency(input: $input) { agency { status } } }';
    await done(graph, SUSPEND, { agencyId, reason: '演示' }, admin);

    const shown = await graph.execute(`{ pairing(id: "${pairingId}") { barredAgencies { id } } }`);

    expect(shown.data.pairing.barredAgencies).toEqual([{ id: agencyId }]);
    expect(await unmet()).toContain('RECIPIENT_CAN_OPERATE');
  });

  it('leaves the list with the pairing', async () => {
    const TERMINATE =
      'mutation ($input: TerminatePairingInput!) { terminatePairing(input: $input) { pairing { status } } }';
    const end = { pairingId, on: '2026-06-20', reason: '演示', idempotencyKey: key() };
    await done(graph, TERMINATE, end, province);

    expect((await standings()).totalCount).toBe(0);
  });
});
