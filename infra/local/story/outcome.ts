import { eventually } from './eventually.ts';
import type { CountyScorecard, NationalScorecard } from './scorecard.ts';
import { readCounty, readNation } from './scorecard-queries.ts';
import type { Story } from './story.ts';

/** What the story has made of Yidu, and elsewhere: the figures of all five services must come to say it. */
const IN_YIDU = {
  stationsOperating: 11,
  demonstrationStations: 5,
  demonstrationRooms: 10,
  gradedExcellent: 3,
  gradedGood: 6,
  complaintsReceived: 2,
  complaintsOpen: 1,
  residentsOnDuty: 11,
  certifiedResidents: 6,
  deadlinesNear: 1,
  trainingsPassed: 17,
  topUpYuan: '400,000.00',
  contractedYuan: '1,620,000.00',
  paidYuan: '1,330,000.00',
};
const IN_THE_NATION = {
  keyCountiesLoaded: 123,
  keyCountiesCovered: 1,
  pairingsMatched: 5,
  pairingsActive: 1,
  workersPresent: 1,
  workingDays: 37,
  peopleTrained: 52,
};

/** The end of the story: what happened in one service has arrived in the figures of all. */
export async function awaitOutcome({ graph }: Story): Promise<void> {
  await eventually({
    what: `in the figures of Yidu ${JSON.stringify(IN_YIDU)}`,
    look: async () => inYidu(await readCounty(graph)),
    until: (seen) => JSON.stringify(seen) === JSON.stringify(IN_YIDU),
  });
  await eventually({
    what: `in the figures of the nation ${JSON.stringify(IN_THE_NATION)}`,
    look: async () => inTheNation(await readNation(graph)),
    until: (seen) => JSON.stringify(seen) === JSON.stringify(IN_THE_NATION),
  });
}

function inYidu({ region }: CountyScorecard) {
  const { stationFigures, personnelFigures, trainingFigures, fundingFigures } = region ?? {};
  return {
    ...stationsOf(stationFigures),
    residentsOnDuty: personnelFigures?.residents,
    certifiedResidents: personnelFigures?.certifiedShare.numerator,
    deadlinesNear: personnelFigures?.deadlinesNear,
    trainingsPassed: trainingFigures?.passed,
    ...moneyOf(fundingFigures),
  };
}

function stationsOf(figures: NonNullable<CountyScorecard['region']>['stationFigures'] | undefined) {
  return {
    stationsOperating: figures?.stationsOperating,
    demonstrationStations: figures?.demonstrationStations,
    demonstrationRooms: figures?.demonstrationRooms,
    gradedExcellent: figures?.gradedExcellent,
    gradedGood: figures?.gradedGood,
    complaintsReceived: figures?.complaintsReceived,
    complaintsOpen: figures?.complaintsOpen,
  };
}

function moneyOf(figures: NonNullable<CountyScorecard['region']>['fundingFigures'] | undefined) {
  return {
    topUpYuan: figures?.topUp.yuan,
    contractedYuan: figures?.contracted.yuan,
    paidYuan: figures?.paid.yuan,
  };
}

function inTheNation({ region }: NationalScorecard) {
  const figures = region?.pairingFigures;
  return {
    keyCountiesLoaded: figures?.keyCountiesLoaded,
    keyCountiesCovered: figures?.keyCountyCoverageLoaded.numerator,
    pairingsMatched: figures?.pairingsMatched,
    pairingsActive: figures?.pairingsActive,
    ...supportOf(figures),
  };
}

function supportOf(figures: NonNullable<NationalScorecard['region']>['pairingFigures'] | undefined) {
  return {
    workersPresent: figures?.workersPresent,
    workingDays: figures?.workingDays,
    peopleTrained: figures?.peopleTrained,
  };
}
