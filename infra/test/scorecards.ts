import type { CountyScorecard, NationalScorecard, Rate } from '../local/story/scorecard.ts';

function rate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, rate: numerator / denominator };
}

const yuan = (text: string) => ({ yuan: text });

const staffTrainingAndMoney = {
  personnelFigures: {
    workersRegistered: 29,
    postingsOnDuty: 29,
    heads: 11,
    deputies: 5,
    residents: 11,
    certifiedShare: rate(6, 11),
    deadlinesNear: 1,
    deadlinesOverdue: 0,
  },
  trainingFigures: {
    classesOpened: 7,
    enrolments: 16,
    passed: 15,
    failed: 1,
    passRate: rate(15, 16),
    hours: 120,
  },
  fundingFigures: {
    planned: yuan('2,200,000.00'),
    cap: yuan('1,500,000.00'),
    assistanceShare: yuan('1,500,000.00'),
    topUp: yuan('400,000.00'),
    contracted: yuan('1,620,000.00'),
    contractsSigned: 5,
    awardsApproved: yuan('370,000.00'),
    awardsPaid: yuan('370,000.00'),
    paid: yuan('1,180,000.00'),
    capUsed: { numerator: yuan('1,500,000.00'), denominator: yuan('1,500,000.00'), rate: 1 },
    paidShareOfContracts: { numerator: yuan('810,000.00'), denominator: yuan('1,620,000.00'), rate: 0.5 },
  },
} as const;

const stationFigures = {
  unitsInScope: 11,
  stationsOperating: 11,
  coverage: rate(11, 11),
  fiveHaves: rate(10, 11),
  demonstrationStations: 5,
  demonstrationStationsPlanned: 5,
  villageRooms: 14,
  demonstrationRooms: 10,
  demonstrationRoomsPlanned: 10,
  centresOpen: 1,
  serviceRecords: 132,
  servicePersons: 1_056,
  complaintsReceived: 2,
  complaintsOpen: 1,
  stationsRectifying: 0,
  rectificationsOverdue: 0,
  gradedExcellent: 3,
  gradedGood: 6,
  gradedBarelyQualified: 0,
  gradedUnqualified: 0,
} as const;

const pairingFigures = {
  applicationsSubmitted: 7,
  pairingsMatched: 5,
  pairingsActive: 1,
  stationsOpenedByPairings: 0,
  agenciesRegistered: 18,
} as const;

export function aCountyScorecard(): CountyScorecard {
  const policy = { capPercent: 3 };
  return {
    region: {
      code: '420581',
      name: '宜都市',
      ...staffTrainingAndMoney,
      policy,
      stationFigures,
      pairingFigures,
    },
  };
}

export function aNationalScorecard(): NationalScorecard {
  return {
    region: {
      code: '000000',
      name: '全国',
      ...staffTrainingAndMoney,
      stationFigures: { ...stationFigures, unitsInScope: 41_352, coverage: rate(11, 41_352) },
      pairingFigures: {
        ...pairingFigures,
        keyCountiesLoaded: 123,
        keyCountiesPlanned: 160,
        keyCountyCoverage: rate(1, 160),
        keyCountyCoverageLoaded: rate(1, 123),
        schemesOpened: 1,
        workersPresent: 1,
        workersSent: 2,
        workingDays: 37,
        peopleTrained: 52,
      },
    },
  };
}
