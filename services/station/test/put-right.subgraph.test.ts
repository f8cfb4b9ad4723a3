import { createHash } from 'node:crypto';
import { addDays } from '@qianshou/kernel';
import { anActor, inRegion, ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import {
  bureau,
  countFigures,
  equipped,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

const operator = ofAgency(OPERATOR_ID);
const colleague = anActor('AGENCY_MANAGER', { agencyId: OPERATOR_ID }, 'another manager');
const neighbour = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');
const province = inRegion('PROVINCE_AUTHORITY', '420000');
const digest = createHash('sha256').update('演示').digest('hex');
const EVIDENCE = `evidence: { title: "演示:登记簿", kind: PROOF, number: "演示1号", day: "2026-01-05", sha256: "${digest}", link: "https://example.org/book" }`;
const WHY = `reason: "演示:误登", ${EVIDENCE}`;

const clock = turnableClock();
let graph: StationGraph;
let stationId: string;

beforeAll(async () => {
  graph = await stationGraph(clock);
  await mutate(
    graph,
    'adoptCountyPolicy(input: { countyCode: "420581", validFrom: "2022-01-01", source: "演示", demonstrationRooms: 1, stationRules: { correctionDays: 3 } }) { policy { id } }',
  );
  stationId = await operating(graph);
});
afterAll(() => graph.stop());

const figures = async () => {
  await countFigures(graph);
  const { data } = await graph.execute(
    '{ region(code: "420581104") { stationFigures { villageRooms demonstrationRooms } serviceMonths(from: "2026-01", to: "2026-01") { persons records } } }',
    {},
    bureau,
  );
  return data.region;
};

describe('a service record that was entered wrongly', () => {
  let recordId: string;
  const SAID =
    '{ record { persons struckOn strikeReason strikeEvidence { title sha256 link } corrections { persons reason evidence { kind number day } } allowedActions } }';
  const correct = (rest: string, actor = operator) =>
    mutate(graph, `correctServiceRecord(input: { recordId: "${recordId}", ${rest} }) ${SAID}`, actor);

  it('is corrected by whoever entered it, and the sums follow', async () => {
    const entry = '{ service: "GOVERNANCE_CONSULTATION", method: COMMUNITY, persons: 30, hours: 2 }';
    const { data } = await mutate(
      graph,
      `recordServices(input: { stationId: "${stationId}", servedOn: "2026-01-05", entries: [${entry}] }) { records { id } }`,
      operator,
    );
    recordId = data.recordServices.records[0].id;

    const corrected = await correct(`persons: 13, ${WHY}`);

    expect(corrected.data.correctServiceRecord.record).toMatchObject({
      persons: 13,
      corrections: [
        {
          persons: 30,
          reason: '演示:误登',
          evidence: { kind: 'PROOF', number: '演示1号', day: '2026-01-05' },
        },
      ],
      allowedActions: ['CORRECT', 'STRIKE'],
    });
    expect(await eventsOf(graph, 'service-record-corrected')).toMatchObject([
      { persons: 13, before: { persons: 30 } },
    ]);
    expect((await figures()).serviceMonths).toEqual([{ persons: 13, records: 1 }]);
  });

  it('is not corrected by a colleague, a stranger, or to what it says already', async () => {
    expect((await correct(`persons: 14, ${WHY}`, colleague)).code).toBe('RECORDED_BY_OTHERS');
    expect((await correct(`persons: 14, ${WHY}`, province)).code).toBe('RECORDED_BY_OTHERS');
    expect((await correct(`persons: 14, ${WHY}`, neighbour)).code).toBe('FORBIDDEN');
    expect((await correct(`persons: 13, ${WHY}`)).code).toBe('CORRECTED_TO_THE_SAME');
    expect(
      (await correct('persons: 14, reason: "x", evidence: { title: "x", kind: OTHER, sha256: "12" }')).code,
    ).toBe('BAD_USER_INPUT');
  });

  it('is left to who oversees after the days of the county’s policy', async () => {
    clock.turnOn(4);

    const late = await correct(`persons: 14, ${WHY}`);
    const { data } = await mutate(
      graph,
      `strikeServiceRecord(input: { recordId: "${recordId}", ${WHY} }) ${SAID}`,
    );
    const again = await correct(`persons: 14, ${WHY}`, bureau);
    clock.turnOn(-4);

    expect(late).toMatchObject({ code: 'RECORDED_BY_OTHERS', details: { days: 3 } });
    expect(data.strikeServiceRecord.record).toMatchObject({
      strikeReason: '演示:误登',
      strikeEvidence: { title: '演示:登记簿', sha256: digest, link: 'https://example.org/book' },
      allowedActions: [],
    });
    expect(again.code).toBe('SERVICE_RECORD_STRUCK');
    expect((await figures()).serviceMonths).toEqual([{ persons: 0, records: 0 }]);
  });

  it('has the digest of its evidence in the audit log', async () => {
    const { data } = await graph.execute(
      `{ serviceRecords(where: { stationId: { eq: "${stationId}" } }) { nodes { history { nodes { operation documents } } } } }`,
      {},
      bureau,
    );

    expect(data.serviceRecords.nodes[0].history.nodes).toMatchObject([
      { operation: 'strikeServiceRecord', documents: [digest] },
      { operation: 'correctServiceRecord', documents: [digest] },
      { operation: 'recordServices', documents: [] },
    ]);
  });
});

describe('a village room that was entered wrongly', () => {
  const SAID =
    '{ villageRoom { villageName status demonstration struckOn allowedActions corrections { villageName } } }';
  const verb = (name: string, id: string, rest: string, actor = operator) =>
    mutate(graph, `${name}(input: { villageRoomId: "${id}", ${rest} }) ${SAID}`, actor);
  const listed = async (where: string) => {
    const { data } = await graph.execute(`{ villageRooms(where: { ${where} }) { nodes { villageName } } }`);
    return data.villageRooms.nodes as unknown[];
  };

  it('is corrected and struck out; figures, lists and the place of a demonstration room follow', async () => {
    const opened = await mutate(
      graph,
      `openVillageRoom(input: { stationId: "${stationId}", villageName: "演示存", openedOn: "${today}" }) { villageRoom { id } }`,
      operator,
    );
    const id = opened.data.openVillageRoom.villageRoom.id as string;

    const corrected = await verb('correctVillageRoom', id, `villageName: "演示村", ${WHY}`);
    await equipped(graph, id);
    await mutate(graph, `chooseDemonstrationRoom(input: { villageRoomId: "${id}" }) { villageRoom { id } }`);
    const byOperator = await verb('strikeDemonstrationRoom', id, WHY);
    const unchosen = await verb('strikeDemonstrationRoom', id, WHY, bureau);
    const before = await figures();
    const struck = await verb('strikeVillageRoom', id, WHY);

    expect(corrected.data.correctVillageRoom.villageRoom).toMatchObject({
      villageName: '演示村',
      corrections: [{ villageName: '演示存' }],
      allowedActions: ['EQUIP_VILLAGE_ROOM', 'CORRECT_VILLAGE_ROOM', 'STRIKE_VILLAGE_ROOM'],
    });
    expect(byOperator.code).toBe('FORBIDDEN');
    expect(unchosen.data.strikeDemonstrationRoom.villageRoom.demonstration).toBe(false);
    expect(before.stationFigures).toMatchObject({ villageRooms: 1, demonstrationRooms: 0 });
    expect(struck.data.strikeVillageRoom.villageRoom).toMatchObject({ status: 'STRUCK', allowedActions: [] });
    expect((await verb('strikeVillageRoom', id, WHY)).code).toBe('VILLAGE_ROOM_STRUCK');
    expect(await listed(`stationId: { eq: "${stationId}" }`)).toEqual([]);
    expect(await listed('status: { in: [STRUCK] }')).toEqual([{ villageName: '演示村' }]);
    expect((await figures()).stationFigures).toMatchObject({ villageRooms: 0, demonstrationRooms: 0 });
  });
});

describe('supervision of stations by the centre', () => {
  const centre = inRegion('GUIDANCE_CENTRE', '420581');
  const SAID = '{ visit { id awaitsFollowUp followUpResult allowedActions corrections { visitor } } }';
  const due = async () => {
    const { data } = await graph.execute(
      '{ stationVisitsDue(countyCode: "420581") { lastVisitedOn overdue station { id } } stationVisits(where: { awaitsFollowUp: true }) { nodes { findings } } }',
    );
    return { due: data.stationVisitsDue, open: data.stationVisits.nodes };
  };

  it('is due by policy; a visit is recorded, followed up, corrected and struck out', async () => {
    const before = await due();
    const recorded = await mutate(
      graph,
      `recordStationVisit(input: { stationId: "${stationId}", visitor: "演示中心", findings: "台账不全", followUpOn: "${addDays(today, 30)}" }) ${SAID}`,
      centre,
    );
    const { id } = recorded.data.recordStationVisit.visit as { readonly id: string };
    const waiting = await due();
    const verb = (name: string, rest: string, actor = centre) =>
      mutate(graph, `${name}(input: { visitId: "${id}", ${rest} }) ${SAID}`, actor);

    const followed = await verb('followUpStationVisit', 'result: "已补齐"');
    const corrected = await verb('correctStationVisit', `visitor: "演示指导中心", ${WHY}`);
    const byOperator = await verb('strikeStationVisit', WHY, operator);
    const struck = await verb('strikeStationVisit', WHY, bureau);

    expect(before).toEqual({
      due: [{ lastVisitedOn: null, overdue: false, station: { id: stationId } }],
      open: [],
    });
    expect(recorded.data.recordStationVisit.visit.allowedActions).toEqual(['FOLLOW_UP', 'CORRECT', 'STRIKE']);
    expect(waiting).toMatchObject({ due: [{ lastVisitedOn: today }], open: [{ findings: '台账不全' }] });
    expect(followed.data.followUpStationVisit.visit).toMatchObject({
      awaitsFollowUp: false,
      followUpResult: '已补齐',
    });
    expect(corrected.data.correctStationVisit.visit.corrections).toEqual([{ visitor: '演示中心' }]);
    expect(byOperator.code).toBe('FORBIDDEN');
    expect(struck.errors).toEqual([]);
    expect(await due()).toEqual(before);
  });
});

describe('an acceptance check that was recorded wrongly', () => {
  const centre = inRegion('GUIDANCE_CENTRE', '420581');
  const SAID =
    '{ station { status rooms { kind } roomCorrections { rooms { kind } } haves { have met } } check { result struckOn allowedActions corrections { result } photos { title } } }';
  const county = async () => {
    await countFigures(graph);
    const { data } = await graph.execute(
      '{ region(code: "420581") { stationFigures { coverage { numerator } } } }',
    );
    return data.region.stationFigures.coverage.numerator as number;
  };
  const latest = async (struck = false) => {
    const { data } = await graph.execute(
      `{ acceptanceChecks(where: { stationId: { eq: "${stationId}" }, struck: ${struck} }) { nodes { id checkerOrganisation } } }`,
    );
    return data.acceptanceChecks.nodes as { readonly id: string; readonly checkerOrganisation: string }[];
  };

  it('is corrected by who recorded it; struck out, the station it opened awaits acceptance, and coverage follows', async () => {
    const [{ id } = { id: '' }] = await latest();
    const rest = `checkId: "${id}", ${WHY}`;

    const corrected = await mutate(
      graph,
      `correctAcceptanceCheck(input: { ${rest}, checkerOrganisation: "演示验收组" }) ${SAID}`,
    );
    const byCentre = await mutate(graph, `strikeAcceptanceCheck(input: { ${rest} }) ${SAID}`, centre);
    const before = await county();
    const struck = await mutate(graph, `strikeAcceptanceCheck(input: { ${rest} }) ${SAID}`);

    expect(corrected.data.correctAcceptanceCheck).toMatchObject({
      station: { status: 'OPERATING' },
      check: { result: 'PASSED', corrections: [{ result: 'PASSED' }] },
    });
    expect(byCentre.code).toBe('RECORDED_BY_OTHERS');
    expect(struck.data.strikeAcceptanceCheck).toMatchObject({
      station: { status: 'IN_ACCEPTANCE' },
      check: { allowedActions: [] },
    });
    expect([before, await county()]).toEqual([1, 0]);
    expect(await latest()).toEqual([]);
    expect(await latest(true)).toEqual([{ id, checkerOrganisation: '演示验收组' }]);
    expect(await eventsOf(graph, 'acceptance-struck')).toMatchObject([
      { from: 'OPERATING', to: 'IN_ACCEPTANCE', result: 'PASSED' },
    ]);
  });

  it('keeps photos of the acceptance, and rooms that were entered wrongly are corrected', async () => {
    const photo = '{ title: "演示:门头照片", kind: PHOTO, link: "https://example.org/door" }';
    const { data } = await graph.execute(
      `mutation ($items: [CheckItemInput!]!) { checkStation(input: { stationId: "${stationId}", checkedOn: "${today}", checkerOrganisation: "演示局", items: $items, photos: [${photo}] }) ${SAID} }`,
      { items: ['SITE', 'STAFF', 'FUNCTION', 'REGIME', 'ACTIVITY'].map((have) => ({ have, met: true })) },
      bureau,
    );
    const none = await mutate(
      graph,
      `correctRooms(input: { stationId: "${stationId}", rooms: [], ${WHY} }) { station { rooms { kind } roomCorrections { rooms { kind } } haves { have met } } }`,
    );

    expect(data.checkStation.check.photos).toEqual([{ title: '演示:门头照片' }]);
    expect(none.data.correctRooms.station).toMatchObject({
      rooms: [],
      roomCorrections: [{ rooms: [{ kind: 'MULTI_ROOM' }] }],
    });
    expect(none.data.correctRooms.station.haves).toContainEqual({ have: 'FUNCTION', met: false });
  });
});
