import { STAYS, SUPPORT_ACTIVITIES, TARGETS, workBeganOn } from '@qianshou/infra/story';
import { addDays, addMonths, yearOf } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { askDocument, daysAgo, thisYear, today } from './documents.ts';

const startsOn = workBeganOn(today);
const firstPeriodEndsOn = addDays(addMonths(startsOn, 3), -1);
const inThisYear = <Work>(work: readonly Work[], ago: (each: Work) => number) =>
  work.filter((each) => yearOf(daysAgo(ago(each))) === thisYear);
const activities = inThisYear(SUPPORT_ACTIVITIES, ({ daysAgo: days }) => days);
const stays = inThisYear(STAYS, ({ arrivedDaysAgo }) => arrivedDaysAgo);
const trainings = activities.filter(({ kind }) => kind === 'THEMATIC_TRAINING');
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const workingDays = sum(stays.map(({ left }) => left?.workingDays ?? 0));

/** The recipient counties of the five pairs, by code. */
const PAIRED = ['红寺堡区', '同心县', '原州区', '西吉县', '海原县'];
/** Other tests open schemes too; in the story's alone are pairings. */
const ofTheStory = (schemes: readonly any[]) => schemes.find(({ pairings }) => pairings.nodes.length > 0);
const HELPER = '闽1号社会工作服务中心(演示)';

describe('the national office asks', () => {
  it('which of the key counties have no pair: 122 of the 123 that are loaded', async () => {
    const { recipientCounties } = await askDocument('first-key-counties-without-a-pairing', 'project-office');

    expect(recipientCounties.totalCount).toBe(122);
    const names = recipientCounties.nodes.map(({ county }: { county: { name: string } }) => county.name);
    expect(names).not.toContain('海原县');
  });

  it('which pairs logged nothing for 90 days: none; 海原县 is quiet in the task group of rules', async () => {
    const { silent, quietInATaskGroup } = await askDocument('office-quiet-pairings', 'project-office');

    expect(silent).toMatchObject({ totalCount: 0, nodes: [] });
    expect(quietInATaskGroup).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          dueOn: addDays(startsOn, 90),
          pairing: {
            county: { name: '海原县' },
            dispatchingAgency: { name: HELPER },
            activities: { nodes: [{ taskGroup: 'TRAIN_TALENT', heldOn: daysAgo(10) }] },
          },
        },
      ],
    });
    expect(quietInATaskGroup.nodes[0].pairing.warnings).toEqual([
      expect.objectContaining({ rule: 'PAIR-8', label: '2018 rule', since: daysAgo(43) }),
      expect.objectContaining({ rule: 'PAIR-11', label: null, since: addDays(startsOn, 90) }),
    ]);
  });

  it('how many days, trainings and stations each scheme brought this year', async () => {
    const { cooperationSchemes } = await askDocument('office-schemes-of-a-year', 'project-office', {
      year: thisYear,
    });

    const scheme = ofTheStory(cooperationSchemes.nodes);
    expect(scheme).toMatchObject({
      dispatchProvince: { name: '福建省' },
      recipientProvince: { name: '宁夏回族自治区' },
      quota: 5,
      accepted: 5,
      pairingYear: {
        workersSent: new Set(stays.map(({ worker }) => worker)).size,
        workingDays,
        minimumDays: { label: '2018 rule', days: 40, reached: { numerator: 0 } },
        stationsOpened: 0,
        activities: activities.length,
        trainings: trainings.length,
        peopleTrained: sum(trainings.map(({ participants }) => participants)),
        supervisionNotes: 1,
        reportsSubmitted: yearOf(firstPeriodEndsOn) === thisYear ? 1 : 0,
        reportsLate: 0,
        documentsIssued: 0,
      },
    });
    expect(scheme.pairings.nodes.map(({ county }: { county: { name: string } }) => county.name)).toEqual(
      PAIRED,
    );
  });
});

describe('the dispatching province asks', () => {
  it('whether its people are in place: one is, under her family name alone', async () => {
    const { cooperationSchemes } = await askDocument('dispatch-province-people-in-place', 'fujian-province', {
      year: thisYear,
    });

    const pairings = ofTheStory(cooperationSchemes.nodes).pairings.nodes;
    const statuses = pairings.map(({ status }: { status: string }) => status);
    expect(statuses).toEqual(['MATCHED', 'MATCHED', 'MATCHED', 'MATCHED', 'ACTIVE']);
    const atWork = pairings.at(-1);
    expect(atWork).toMatchObject({ county: { name: '海原县' }, workingDays: 37 });
    expect(atWork.dispatches.nodes).toMatchObject([
      { status: 'PRESENT', role: 'TEAM_LEADER', arrivedOn: daysAgo(12), leftOn: null, workingDays: null },
      { status: 'ENDED', role: 'SOCIAL_WORKER', leftOn: daysAgo(43), workingDays: 6 },
      { status: 'ENDED', role: 'TEAM_LEADER', leftOn: daysAgo(55), workingDays: 31 },
    ]);
    expect(atWork.dispatches.nodes[0].worker.name).not.toContain('演示');
  });

  it('which agencies to keep: six, one of them with a good mid-term evaluation', async () => {
    const { agencies } = await askDocument('dispatch-province-agencies-to-keep', 'fujian-province');

    expect(agencies.totalCount).toBe(6);
    const evaluated = agencies.nodes.filter(({ dispatchingPairings }: any) =>
      dispatchingPairings.nodes.some(({ evaluations }: any) => evaluations.nodes.length > 0),
    );
    expect(evaluated).toMatchObject([
      {
        name: HELPER,
        barredYears: [],
        dispatchingPairings: {
          nodes: [
            {
              cycleYear: thisYear,
              county: { name: '海原县' },
              evaluations: { nodes: [{ kind: 'MID_TERM', year: thisYear, score: 86.5, grade: 'GOOD' }] },
            },
          ],
        },
      },
    ]);
    expect(
      agencies.nodes.filter(({ dispatchingPairings }: any) => dispatchingPairings.nodes.length > 0),
    ).toHaveLength(5);
  });

  it('what its help achieved: one of four targets reached, an agency grown, three people named', async () => {
    const { cooperationSchemes } = await askDocument('dispatch-province-results', 'fujian-province', {
      year: thisYear,
    });

    const scheme = ofTheStory(cooperationSchemes.nodes);
    expect(scheme.pairingYear).toMatchObject({ agenciesGrown: 1, stationsOpened: 0 });
    expect(scheme.pairingYear.grades).toContainEqual({ kind: 'MID_TERM', grade: 'GOOD', pairings: 1 });
    const quiet = scheme.pairingYear.taskGroups.find(({ taskGroup }: any) => taskGroup === 'BUILD_SYSTEM');
    expect(quiet).toMatchObject({ activities: 0, participants: 0 });
    const haiyuan = scheme.pairings.nodes.find(({ county }: any) => county.name === '海原县');
    expect(haiyuan).toMatchObject({
      trainees: 3,
      agenciesGrown: [{ name: '海原县新芽社会工作服务中心(演示)' }],
    });
    const met = haiyuan.targets.nodes.filter((target: { met: boolean }) => target.met);
    expect(met).toMatchObject([{ taskGroup: 'GROW_AGENCY', achievedValue: 1, targetValue: 1 }]);
  });
});

describe('the recipient province asks', () => {
  it('whether every key county is covered: one of five is', async () => {
    const { region, recipientCounties } = await askDocument(
      'recipient-province-coverage',
      'ningxia-province',
    );

    expect(region.pairingFigures).toMatchObject({
      keyCountiesLoaded: 5,
      keyCountiesWithoutPairing: 4,
      keyCountyCoverageLoaded: { numerator: 1, denominator: 5 },
    });
    const covered = recipientCounties.nodes.filter((each: { covered: boolean }) => each.covered);
    expect(covered).toMatchObject([{ county: { code: '640522', name: '海原县' }, activePairings: 1 }]);
    expect(recipientCounties.totalCount).toBe(5);
  });

  it("which county's stations lag: all, and only 海原县 has planned any", async () => {
    const { laggingCounties } = await askDocument('recipient-province-lagging-counties', 'ningxia-province');

    expect(laggingCounties).toHaveLength(22);
    const lacking = laggingCounties.map(({ stationFigures }: any) => stationFigures.unitsInScope);
    expect(lacking).toEqual(lacking.toSorted((one: number, other: number) => other - one));
    const begun = laggingCounties.filter(({ stationFigures }: any) => stationFigures.stationsPlanned > 0);
    expect(begun).toMatchObject([
      {
        name: '海原县',
        keyCounty: true,
        stationFigures: { stationsPlanned: 2, stationsOperating: 0, coverage: { numerator: 0 } },
      },
    ]);
  });

  it('which agency has grown enough to bid for a station: the recipient in 海原县', async () => {
    const { agencies } = await askDocument('recipient-province-agencies-able-to-operate', 'ningxia-province');

    expect(agencies).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          name: '海原县社会工作服务中心1(演示)',
          homeRegion: { code: '640522' },
          fullTimeStaff: 6,
          certifiedStaff: 2,
          barredYears: [],
          stations: { totalCount: 0 },
        },
      ],
    });
  });
});

describe("a dispatching agency's project lead asks", () => {
  it('for the targets in four task groups, the days so far and the date of the next report', async () => {
    const { agencyByCreditCode } = await askDocument('lead-targets-days-and-report', 'fujian-agency-1');

    expect(agencyByCreditCode.name).toBe(HELPER);
    const [pairing] = agencyByCreditCode.dispatchingPairings.nodes;
    expect(pairing).toMatchObject({
      status: 'ACTIVE',
      startsOn,
      workingDays: 37,
      nextReport: { period: 2, endsOn: addDays(addMonths(startsOn, 6), -1) },
    });
    expect(pairing.targets.nodes).toHaveLength(TARGETS.length);
    for (const { taskGroup, reached, targetValue } of TARGETS) {
      expect(pairing.targets.nodes).toContainEqual(
        expect.objectContaining({ taskGroup, achievedValue: reached, targetValue }),
      );
    }
  });
});
