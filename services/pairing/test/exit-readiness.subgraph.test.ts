import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStationId, HAIYUAN } from './builders.ts';
import { active, openedGraph, type PairingGraph } from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const standing = {
  stationId: aStationId(1),
  townshipCode: `${HAIYUAN}100`,
  countyCode: HAIYUAN,
  tier: 'ORDINARY',
  operatorAgencyId: null,
} as const;
const WORKER = 'wkr_01900000-0000-7000-8000-000000000021';

const metBy = async (id: string): Promise<Record<string, boolean>> => {
  const { data } = await graph.execute(
    `{ pairing(id: "${id}") { exitReadiness { criterion met evidence missing { objectId lacks } } } }`,
  );
  return Object.fromEntries(
    data.pairing.exitReadiness.map((each: { criterion: string; met: boolean }) => [each.criterion, each.met]),
  );
};

describe('Pairing.exitReadiness', () => {
  it('follows what station, personnel and funding tell of the county', async () => {
    const id = await active(graph);
    expect(Object.values(await metBy(id))).not.toContain(true);

    await graph.hear('qianshou.station.opened.v1', { ...standing, openedOn: '2026-05-02' } as never);
    for (const subject of ['PERSONNEL', 'FINANCE', 'PROJECT', 'VOLUNTEER', 'SAFETY', 'ARCHIVE', 'COMPLAINT'])
      await graph.hear('qianshou.station.document-filed.v1', { ...standing, subject } as never);
    await graph.hear('qianshou.personnel.worker-registered.v1', {
      workerId: WORKER,
      countyCode: HAIYUAN,
      employerAgencyId: null,
    } as never);
    await graph.hear('qianshou.personnel.posting-started.v1', {
      postingId: 'pst_01900000-0000-7000-8000-000000000023',
      workerId: WORKER,
      stationId: aStationId(1),
      centreId: null,
      role: 'RESIDENT',
      countyCode: HAIYUAN,
      startedOn: '2026-05-02',
    } as never);
    await graph.hear('qianshou.funding.contract-signed.v1', {
      contractId: 'con_01900000-0000-7000-8000-000000000043',
      countyCode: HAIYUAN,
      year: 2026,
      providerAgencyId: 'agy_01900000-0000-7000-8000-000000000001',
      stationIds: [aStationId(1)],
      amountFen: '20000000',
      installments: 3,
      signedOn: '2026-03-15',
    } as never);

    expect(await metBy(id)).toEqual({
      STATIONS_OPERATING: true,
      LOCAL_STAFF: true,
      CERTIFIED_LOCAL_STAFF: false,
      ALL_REGIMES: true,
      RECIPIENT_CAN_OPERATE: false,
      LOCAL_FUNDING: true,
      FULL_COVERAGE: false,
    });
  });

  it('is lost again with the station', async () => {
    const id = await active(graph);

    await graph.hear('qianshou.station.closed.v1', {
      ...standing,
      from: 'OPERATING',
      closedOn: '2026-06-01',
      grade: null,
      wasOverdue: false,
    } as never);

    expect(await metBy(id)).toMatchObject({ STATIONS_OPERATING: false, ALL_REGIMES: false });
  });
});
