/** What docs/queries/county-scorecard.graphql and national-scorecard.graphql answer, as far as the tables show it. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

interface StationFigures {
  readonly unitsInScope: number;
  readonly stationsOperating: number;
  readonly coverage: Rate;
  /** 五有: of the stations that are planned and not closed. */
  readonly fiveHaves: Rate;
  readonly demonstrationStations: number;
  readonly villageRooms: number;
  readonly demonstrationRooms: number;
  readonly centresOpen: number;
  readonly serviceRecords: number;
  readonly servicePersons: number;
  readonly complaintsReceived: number;
  readonly complaintsOpen: number;
}

interface CountyStationFigures extends StationFigures {
  readonly demonstrationStationsPlanned: number;
  readonly demonstrationRoomsPlanned: number;
  readonly stationsRectifying: number;
  readonly rectificationsOverdue: number;
  readonly gradedExcellent: number;
  readonly gradedGood: number;
  readonly gradedBarelyQualified: number;
  readonly gradedUnqualified: number;
}

interface PersonnelFigures {
  readonly workersRegistered: number;
  readonly postingsOnDuty: number;
  readonly heads: number;
  readonly deputies: number;
  readonly residents: number;
  readonly certifiedShare: Rate;
  readonly deadlinesNear: number;
  readonly deadlinesOverdue: number;
}

interface TrainingFigures {
  readonly classesOpened: number;
  readonly enrolments: number;
  readonly passed: number;
  readonly failed: number;
  readonly passRate: Rate;
  readonly hours: number;
}

interface PairingFigures {
  readonly applicationsSubmitted: number;
  readonly pairingsMatched: number;
  readonly pairingsActive: number;
  readonly stationsOpenedByPairings: number;
  readonly agenciesRegistered: number;
}

interface NationalPairingFigures extends PairingFigures {
  readonly keyCountiesLoaded: number;
  readonly keyCountiesPlanned: number | null;
  readonly keyCountyCoverage: Rate | null;
  readonly keyCountyCoverageLoaded: Rate;
  readonly schemesOpened: number;
  readonly workersPresent: number;
  readonly workersSent: number;
  readonly workingDays: number;
  readonly peopleTrained: number;
}

interface Amount {
  /** For people: `2,200,000.00`. */
  readonly yuan: string;
}

export interface AmountRate {
  readonly numerator: Amount;
  readonly denominator: Amount;
  readonly rate: number | null;
}

export interface FundingFigures {
  readonly planned: Amount;
  readonly cap: Amount;
  readonly assistanceShare: Amount;
  readonly topUp: Amount;
  readonly contracted: Amount;
  readonly contractsSigned: number;
  readonly awardsApproved: Amount;
  readonly awardsPaid: Amount;
  readonly paid: Amount;
  readonly capUsed: AmountRate;
  readonly paidShareOfContracts: AmountRate;
}

/** A stopped service takes only its own figures along: each may be null. */
interface Scorecard {
  readonly code: string;
  readonly name: string;
  readonly personnelFigures: PersonnelFigures | null;
  readonly trainingFigures: TrainingFigures | null;
  readonly fundingFigures: FundingFigures | null;
}

export interface CountyScorecard {
  readonly region:
    | (Scorecard & {
        readonly policy: { readonly capPercent: number | null } | null;
        readonly stationFigures: CountyStationFigures | null;
        readonly pairingFigures: PairingFigures | null;
      })
    | null;
}

export interface NationalScorecard {
  readonly region:
    | (Scorecard & {
        readonly stationFigures: StationFigures | null;
        readonly pairingFigures: NationalPairingFigures | null;
      })
    | null;
}
