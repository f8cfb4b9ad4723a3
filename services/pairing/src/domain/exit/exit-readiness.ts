import type { Agency } from '../agency/agency.ts';
import {
  type ContractFacts,
  type CoverageFacts,
  REGIMES,
  type StationFacts,
  type WorkerFacts,
} from '../county/county-facts.ts';
import type { Pairing } from '../pairing/pairing.ts';

export const EXIT_CRITERIA = [
  'STATIONS_OPERATING',
  'LOCAL_STAFF',
  'CERTIFIED_LOCAL_STAFF',
  'ALL_REGIMES',
  'RECIPIENT_CAN_OPERATE',
  'LOCAL_FUNDING',
  'FULL_COVERAGE',
] as const;

export type ExitCriterion = (typeof EXIT_CRITERIA)[number];

/** A missing piece: of which station, agency or county, and what in particular. */
export interface ExitGap {
  readonly id: string;
  readonly lacks: readonly string[];
  /** How many, of what is counted. */
  readonly count?: number;
}

/** One thing that must stand before the county can do without the pairing, with the ids of what proves it. */
export interface ExitReadiness {
  readonly criterion: ExitCriterion;
  readonly met: boolean;
  readonly evidence: readonly string[];
  readonly missing: readonly ExitGap[];
}

export interface ExitFacts {
  readonly stations: readonly StationFacts[];
  readonly workers: readonly WorkerFacts[];
  readonly contracts: readonly ContractFacts[];
  /** Null as long as station has told nothing of the county's coverage. */
  readonly coverage: CoverageFacts | null;
  readonly recipient: Agency;
}

/** What the criteria read of a pairing. */
export type ExitPairing = Pick<Pairing, 'countyCode' | 'cycleYear'>;

/** Ours, no norm: what stays when the dispatching agency leaves. A list with the missing pieces, not a score. */
export function exitReadiness(pairing: ExitPairing, facts: ExitFacts): readonly ExitReadiness[] {
  const stations = facts.stations.filter(({ closed }) => !closed);
  const operating = stations.filter((station) => station.operating);
  const local = facts.workers.filter(({ countyCode }) => countyCode === pairing.countyCode);
  const certified = local.filter((worker) => worker.certified);
  const each = (criterion: ExitCriterion, of: readonly StationFacts[], lacks: Lacking): ExitReadiness =>
    ofStations(criterion, pairing, of, lacks);
  return [
    each('STATIONS_OPERATING', stations, (station) => (station.operating ? [] : ['OPERATION'])),
    each('LOCAL_STAFF', operating, (station) => (employs(station, local) ? [] : ['LOCAL_STAFF'])),
    each('CERTIFIED_LOCAL_STAFF', operating, (station) =>
      employs(station, certified) ? [] : ['CERTIFIED_LOCAL_STAFF'],
    ),
    each('ALL_REGIMES', operating, ({ regimes }) => REGIMES.filter((regime) => !regimes.includes(regime))),
    recipientOperates(facts.recipient),
    localFunding(pairing, facts.contracts),
    fullCoverage(pairing, facts.coverage),
  ];
}

type Lacking = (station: StationFacts) => readonly string[];

/** Met when there is a station and none lacks anything; a county without a station lacks the station itself. */
function ofStations(
  criterion: ExitCriterion,
  { countyCode }: ExitPairing,
  stations: readonly StationFacts[],
  lacksOf: Lacking,
): ExitReadiness {
  if (stations.length === 0)
    return {
      criterion,
      met: false,
      evidence: [],
      missing: [{ id: countyCode, lacks: ['OPERATING_STATION'] }],
    };
  const judged = stations.map((station) => ({ id: station.id, lacks: lacksOf(station) }));
  const missing = judged.filter(({ lacks }) => lacks.length > 0);
  const evidence = judged.filter(({ lacks }) => lacks.length === 0).map(({ id }) => id);
  return { criterion, met: missing.length === 0, evidence, missing };
}

function employs({ staff }: StationFacts, workers: readonly WorkerFacts[]): boolean {
  return staff.some(({ workerId }) => workers.some(({ id }) => id === workerId));
}

function recipientOperates({ id, canOperate, status }: Agency): ExitReadiness {
  const lacks = [...(canOperate ? [] : ['CAN_OPERATE']), ...(status === 'ACTIVE' ? [] : ['ACTIVE_STATUS'])];
  const met = lacks.length === 0;
  return {
    criterion: 'RECIPIENT_CAN_OPERATE',
    met,
    evidence: met ? [id] : [],
    missing: met ? [] : [{ id, lacks }],
  };
}

/** The county buys services of its own accord: a contract of the cycle year or later. */
function localFunding(
  { countyCode, cycleYear }: ExitPairing,
  contracts: readonly ContractFacts[],
): ExitReadiness {
  const evidence = contracts.filter(({ year }) => year >= cycleYear).map(({ id }) => id);
  const met = evidence.length > 0;
  return {
    criterion: 'LOCAL_FUNDING',
    met,
    evidence,
    missing: met ? [] : [{ id: countyCode, lacks: ['CONTRACT'] }],
  };
}

/** The plan's first aim: every township-level unit of the county has an operating station (乡镇全覆盖). */
function fullCoverage({ countyCode }: ExitPairing, coverage: CoverageFacts | null): ExitReadiness {
  const open = coverage === null ? null : coverage.unitsInScope - coverage.unitsCovered;
  const met = open === 0;
  const gap = { id: countyCode, lacks: ['UNITS_COVERED'], ...(open === null ? {} : { count: open }) };
  return {
    criterion: 'FULL_COVERAGE',
    met,
    evidence: met ? [countyCode] : [],
    missing: met ? [] : [gap],
  };
}
