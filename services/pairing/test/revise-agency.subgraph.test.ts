import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN, NINGXIA } from './builders.ts';
import {
  active,
  applicationInput,
  bureau,
  type PairingGraph,
  openedGraph,
  province,
  recipientAgency,
  SUBMIT,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const REVISE = /* GraphQL */ `
  mutation ($input: ReviseAgencyInput!) {
    reviseAgency(input: $input) {
      agency {
        canReceive
        canOperate
        evaluationGrade
        fullTimeStaff
        certifiedStaff
        focusAreas
        version
      }
    }
  }
`;
const revise = (input: Record<string, unknown>) => graph.execute(REVISE, { input }, bureau);

describe('reviseAgency', () => {
  it('changes what is named, keeps the rest, and takes a number back with null', async () => {
    const agencyId = await recipientAgency(graph);

    await revise({ agencyId, canOperate: true, fullTimeStaff: 9, certifiedStaff: 4, evaluationGrade: 'A3' });
    const { data } = await revise({
      agencyId,
      certifiedStaff: null,
      focusAreas: ['养老'],
      expectedVersion: 2,
    });

    expect(data.reviseAgency.agency).toEqual({
      canReceive: true,
      canOperate: true,
      evaluationGrade: 'A3',
      fullTimeStaff: 9,
      certifiedStaff: null,
      focusAreas: ['养老'],
      version: 3,
    });
    expect(await told(graph, 'agency-revised', `agency/${agencyId}`)).toHaveLength(2);
  });

  it('is refused with more certified than full-time staff, and with a stale version', async () => {
    const agencyId = await recipientAgency(graph);

    expect((await revise({ agencyId, fullTimeStaff: 1, certifiedStaff: 2 })).code).toBe('BAD_USER_INPUT');
    expect((await revise({ agencyId, canOperate: true, expectedVersion: 7 })).code).toBe('VERSION_CONFLICT');
  });

  it('may: the authorities of its home and an administrator', async () => {
    const agencyId = await recipientAgency(graph);

    const question = { query: REVISE, variables: { input: { agencyId } }, scope: { region: NINGXIA } };
    expect(await verdicts(graph, question)).toEqual(
      onlyFor('ADMIN', 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'),
    );
  });
});

describe('agencies and pairings by what they are', () => {
  it('finds who can run a station in a region, and by which agency a pairing is', async () => {
    const agencyId = await recipientAgency(graph);
    await revise({ agencyId, canOperate: true, evaluationGrade: 'A5' });
    const pairingId = await active(graph, { recipientAgencyId: agencyId });

    const { data } = await graph.execute(`{
      agencies(where: { regionCode: { within: "640000" }, canOperate: true, evaluationGrade: { in: [A5] } }) { nodes { id } }
      pairings(where: { recipientAgencyId: { eq: "${agencyId}" } }) { nodes { id } totalCount }
    }`);

    expect(data.agencies.nodes).toEqual([{ id: agencyId }]);
    expect(data.pairings).toEqual({ nodes: [{ id: pairingId }], totalCount: 1 });
  });
});

describe('PAIR-13 hearing that a station was graded unqualified', () => {
  it('bars its operator from the pairings of the year named', async () => {
    const recipientAgencyId = await recipientAgency(graph);

    for (const serial of [1, 2])
      await graph.hear('qianshou.station.evaluated.v1', {
        stationId: `sta_01900000-0000-7000-8000-00000000000${serial}`,
        townshipCode: `${HAIYUAN}100`,
        countyCode: HAIYUAN,
        evaluationId: `sev_01900000-0000-7000-8000-00000000000${serial}`,
        operatorAgencyId: recipientAgencyId,
        year: 2025,
        kind: 'ANNUAL',
        score: 40,
        grade: 'UNQUALIFIED',
        evaluatedOn: '2025-12-01',
        barsOperatorIn: 2026,
      } as never);

    const application = await applicationInput(graph, { recipientAgencyId });
    const { code, details } = await graph.execute(SUBMIT, { input: application }, province);
    expect(code).toBe('AGENCY_GRADED_UNQUALIFIED');
    expect(details).toMatchObject({ rule: 'PAIR-13', year: 2026 });
    // Of each evaluation by itself: one of them may be struck out.
    expect(await told(graph, 'agency-barred-for-year')).toHaveLength(2);
  });
});
