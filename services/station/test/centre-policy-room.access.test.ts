import type { RegionCode } from '@qianshou/kernel';
import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { bureau, operating, type StationGraph, stationGraph, today } from './under-test.ts';

let graph: StationGraph;
let stationId: string;
let centreId: string;
let roomId: string;

const scope = { region: '420581' as RegionCode, agencyId: OPERATOR_ID };
const ask = (field: string) => verdicts(graph, { query: `mutation { ${field} }`, scope });
const plan = () =>
  `planGuidanceCentre(input: { countyCode: "420581", name: "演示中心", operatorAgencyId: "${OPERATOR_ID}" }) { centre { id } }`;
const openRoom = () =>
  `openVillageRoom(input: { stationId: "${stationId}", villageName: "演示村", openedOn: "${today}" }) { villageRoom { id } }`;

beforeAll(async () => {
  graph = await stationGraph();
  stationId = await operating(graph);
  const made = await graph.execute(`mutation { ${plan()} }`, {}, bureau);
  centreId = made.data.planGuidanceCentre.centre.id as string;
  const opened = await graph.execute(`mutation { ${openRoom()} }`, {}, bureau);
  roomId = opened.data.openVillageRoom.villageRoom.id as string;
});
afterAll(() => graph.stop());

describe('who may run the guidance centre', () => {
  it('planGuidanceCentre: the bureau', async () => {
    expect(await ask(plan())).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
  });

  it('nameExpertTeam: the bureau, the centre and its operator', async () => {
    const field = `nameExpertTeam(input: { centreId: "${centreId}", expertTeam: "演示大学" }) { centre { id } }`;

    expect(await ask(field)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'AGENCY_MANAGER'));
  });

  it('openGuidanceCentre: the bureau', async () => {
    const field = `openGuidanceCentre(input: { centreId: "${centreId}" }) { centre { id } }`;

    expect(await ask(field)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
  });
});

describe('who may adopt a county policy', () => {
  it('is the bureau or an administrator', async () => {
    const field =
      'adoptCountyPolicy(input: { countyCode: "420581", validFrom: "2022-01-01", source: "演示" }) { policy { id } }';

    expect(await ask(field)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS', 'ADMIN'));
  });
});

describe('who may open and choose village rooms', () => {
  it('openVillageRoom: the bureau, the township office and the operator', async () => {
    expect(await ask(openRoom())).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it('chooseDemonstrationRoom: the bureau', async () => {
    const field = `chooseDemonstrationRoom(input: { villageRoomId: "${roomId}" }) { villageRoom { id } }`;

    expect(await ask(field)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
  });
});
