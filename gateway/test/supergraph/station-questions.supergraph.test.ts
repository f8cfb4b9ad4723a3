import { COMPLAINT_RESULT, serviceDays, SERVICES_OF_A_DAY } from '@qianshou/infra/story';
import { addDays } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { askDocument, thisYear, today } from './documents.ts';
import { ask } from './graph.ts';

const signage = (unit: string) => `宜都市${unit}社会工作服务站`;
const HEAD = 'station-head-420581103';
const days = serviceDays(today).length;
const aDay = (what: 'persons' | 'hours') =>
  SERVICES_OF_A_DAY.reduce((total, service) => total + service[what], 0);
const names = (stations: readonly { signage: string }[]) => stations.map((station) => station.signage);

describe('the county bureau asks', () => {
  it('whether all 11 stations are open with five haves: they are', async () => {
    const { region, stations } = await askDocument('county-stations-with-five-haves', 'yidu-bureau');

    expect(region.stationFigures.coverage).toMatchObject({ numerator: 11, denominator: 11, rate: 1 });
    expect(region.stationFigures.fiveHaves).toEqual({ numerator: 11, denominator: 11, rate: 1 });
    expect(stations.totalCount).toBe(11);
    for (const { status, haves } of stations.nodes) {
      expect(status).toBe('OPERATING');
      expect(haves.map(({ have, met }: any) => [have, met])).toEqual(
        ['SITE', 'STAFF', 'FUNCTION', 'REGIME', 'ACTIVITY'].map((have) => [have, true]),
      );
    }
  });
});

describe('a township head asks', () => {
  it('what the station must still prepare: nothing, and what may be done with it', async () => {
    const { region } = await askDocument('township-what-to-prepare', HEAD);

    const station = region.currentStation;
    expect(station).toMatchObject({ signage: signage('松木坪镇'), status: 'OPERATING', rectification: null });
    expect(station.haves.every(({ met, missing }: any) => met && missing.length === 0)).toBe(true);
    expect(station.vacancies).toEqual([]);
    expect(station.checks.map(({ rule }: { rule: string }) => rule)).toHaveLength(13);
    expect(station.checks.filter(({ passed }: any) => passed === false)).toEqual([]);
    expect(station.allowedActions).toContain('RECORD_SERVICES');
    expect(station.allowedActions).not.toContain('CLOSE_STATION');
  });

  it('what services were given this month, in counts', async () => {
    const month = today.slice(0, 7);
    const { region } = await askDocument('township-services-of-a-month', HEAD, { month });

    const [sums] = region.currentStation.serviceMonths;
    expect(sums).toMatchObject({
      month,
      records: days * SERVICES_OF_A_DAY.length,
      persons: days * aDay('persons'),
      hours: days * aDay('hours'),
    });
    const elderly = sums.byDomain.find(({ domain }: { domain: string }) => domain === 'ELDERLY_CARE');
    expect(elderly).toMatchObject({ records: days, persons: 4 * days, hours: 3 * days });
    const groups = sums.byGroup.map(({ group }: { group: string }) => group).toSorted();
    expect(groups).toEqual(['LEFT_BEHIND_CHILD', 'LONE_ELDERLY', 'SUBSISTENCE_ALLOWANCE']);
  });

  it('who is on duty: a head and a resident, by their names, and no post is vacant', async () => {
    const { region } = await askDocument('township-who-is-on-duty', HEAD);

    const { staff, vacancies } = region.currentStation;
    expect(staff.map(({ role }: { role: string }) => role).toSorted()).toEqual(['RESIDENT', 'STATION_HEAD']);
    for (const { worker, startedOn } of staff) {
      expect(worker.name).toContain('(演示)');
      expect(startedOn <= today).toBe(true);
    }
    expect(vacancies).toEqual([]);
  });
});

describe('an operator asks', () => {
  it('which stations it runs: one demonstration and one ordinary, each with its staff', async () => {
    const { agencyByCreditCode } = await askDocument('operator-stations-and-staff', 'operator-1');

    expect(agencyByCreditCode).toMatchObject({ name: '宜都市清江社会工作服务中心(演示)', barredYears: [] });
    const { totalCount, nodes } = agencyByCreditCode.stations;
    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { signage: signage('陆城街道'), tier: 'DEMONSTRATION', grading: { score: 94.5, grade: 'EXCELLENT' } },
      { signage: signage('聂家河镇'), tier: 'ORDINARY', grading: { score: 82, grade: 'GOOD' } },
    ]);
    const roles = nodes.map(({ staff }: any) => staff.map(({ role }: any) => role).toSorted());
    expect(roles).toEqual([
      ['DEPUTY_HEAD', 'RESIDENT', 'STATION_HEAD'],
      ['RESIDENT', 'STATION_HEAD'],
    ]);
  });
});

describe('the supervisor of the guidance centre asks', () => {
  it("which stations wait for this year's evaluation: two of eleven", async () => {
    const thisYears = await askDocument('centre-stations-to-evaluate', 'guidance-centre', { year: thisYear });
    const nextYears = await askDocument('centre-stations-to-evaluate', 'guidance-centre', {
      year: thisYear + 1,
    });

    expect(names(thisYears.stations.nodes)).toEqual([signage('潘家湾土家族乡'), signage('松宜矿区')]);
    expect(thisYears.stations.nodes.every(({ grading }: any) => grading === null)).toBe(true);
    expect(nextYears.stations.totalCount).toBe(11);
  });

  it('which findings are open: none of a check or a rectification any more, and one complaint', async () => {
    const { region, acceptanceChecks, stations, complaints } = await askDocument(
      'centre-open-findings',
      'guidance-centre',
    );

    expect(region.stationFigures).toMatchObject({ stationsRectifying: 0, complaintsOpen: 1 });
    expect(acceptanceChecks.nodes).toEqual([]);
    expect(stations.nodes).toEqual([]);
    expect(complaints.nodes).toEqual([
      {
        station: { signage: signage('潘家湾土家族乡') },
        kind: 'PREMISES',
        receivedOn: today,
        dueOn: addDays(today, 15),
        overdueSince: null,
      },
    ]);
  });
});

describe('the public asks, without an account', () => {
  it('where the nearest station is, what it offers and how to complain', async () => {
    const { nearestStations } = await askDocument('public-nearest-stations', null);

    expect(nearestStations).toHaveLength(3);
    const [nearest] = nearestStations;
    expect(nearest).toMatchObject({
      signage: signage('枝城镇'),
      township: { name: '枝城镇' },
      guide: { openingHours: '周一至周六 8:30–17:30(演示)' },
      complaintGuide: { mutation: 'fileComplaint', days: 15, mostADay: 20 },
    });
    expect(nearest.site.address).toContain('枝城镇');
    expect(nearest.guide.offers.map(({ zh }: { zh: string }) => zh)).toEqual([
      '居家探访',
      '精神关爱',
      '入户调查',
      '引导居民协商',
    ]);
  });

  it('what came of a complaint: it was right, and this was done', async () => {
    const { complaints } = await askDocument('public-how-complaints-ended', null);

    expect(complaints).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          station: { signage: signage('松木坪镇') },
          receivedOn: today,
          handledOn: today,
          outcome: 'UPHELD',
          result: COMPLAINT_RESULT,
        },
      ],
    });
  });
});

const WHY = `query ($id: ID!, $action: String!) {
  actionCheck(id: $id, action: $action) {
    objectId action operation allowed code rule message evidence { name value } mayBeDoneBy { role over }
  }
}`;

/** What the story has of each service, and an action on it that this persona may not take now. */
const REFUSED = [
  ['{ stations(first: 1) { nodes { id } } }', 'OPEN_STATION', 'STATION_STATUS_WRONG'],
  ['{ pairings(first: 1) { nodes { id } } }', 'SIGN', 'FORBIDDEN'],
  ['{ postings(first: 1) { nodes { id } } }', 'START', 'POSTING'],
  ['{ trainingClasses(first: 1) { nodes { id } } }', 'OPEN', 'FORBIDDEN'],
  ['{ budgetPlans(first: 1) { nodes { id } } }', 'SUBMIT_BUDGET', 'FUNDING_STATUS_WRONG'],
] as const;

describe('a screen asks why a button is not there', () => {
  it.each(REFUSED)('%s %s', async (list, action, code) => {
    const listed = await ask(list, {}, 'yidu-bureau');
    const [{ nodes }] = Object.values<any>(listed.data);
    const [first] = nodes;

    const { data, errors } = await ask(WHY, { id: first.id, action }, 'yidu-bureau');

    expect(errors).toEqual([]);
    expect(data.actionCheck).toMatchObject({ objectId: first.id, action, allowed: false });
    expect(data.actionCheck.code).toContain(code);
    expect(data.actionCheck.message).not.toBe('');
    expect(data.actionCheck.mayBeDoneBy.length).toBeGreaterThan(0);
  });

  it('says that a token is needed, and what nothing is done by', async () => {
    const { data } = await ask('{ stations(first: 1) { nodes { id } } }');
    const [{ id }] = data.stations.nodes;

    const asked = await ask(WHY, { id, action: 'CLOSE_STATION' });
    const strange = await ask(WHY, { id, action: 'BREW_TEA' });

    expect(asked.data.actionCheck).toMatchObject({
      operation: 'closeStation',
      allowed: false,
      code: 'UNAUTHENTICATED',
      mayBeDoneBy: [{ role: 'COUNTY_CIVIL_AFFAIRS', over: ['COUNTY'] }],
    });
    expect(strange.code).toBe('BAD_USER_INPUT');
  });
});
