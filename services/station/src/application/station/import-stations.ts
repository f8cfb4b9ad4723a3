import {
  type Actor,
  type CalendarDate,
  chinaDay,
  countyOf,
  type ImportKind,
  importKind,
  knownRow,
  type NewId,
  newRow,
  type RegionCode,
  type RowDecision,
  regionNotFound,
} from '@qianshou/kernel';
import { listedChecks } from '../../domain/station/listed-checks.ts';
import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import { countyPolicyOn } from '../../domain/county/county-policy.ts';
import { operatorUnknown } from '../../domain/reference/errors.ts';
import { canTakeOverSomewhere, mayTakeOver } from '../../domain/policy.ts';
import { inUse, type Region } from '../../domain/reference/region.ts';
import { signageOf } from '../../domain/reference/signage.ts';
import { checklistOf, stationRulesOf } from '../../domain/county/station-rules.ts';
import { takeOverStation } from '../../domain/station/take-over.ts';
import { followCoverage } from '../county/follow-coverage.ts';
import type { Ports } from '../ports.ts';
import { CHANGED_BY, compareStation } from './compare-station.ts';
import { type StationFacts, type StationUpdate, stationUpdates } from './station-updates.ts';
import { countyKey } from '../county/county-key.ts';
import { STATION_COLUMNS } from './station-columns.ts';
import { readStationRow, type StationRow } from './station-row.ts';

/** Large enough to be fast, small enough that requests are answered in between. */
const ROWS_AT_ONCE = 1_000;

/** Stations that exist already, planned or open, by their township-level unit. */
export function importStations(ports: Ports): ImportKind {
  const { stations, acceptanceChecks, unitOfWork, clock, newId } = ports;
  return importKind<StationRow, StationFacts, ReturnType<typeof takeOverStation>, StationUpdate>({
    name: 'STATIONS',
    columns: STATION_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canTakeOverSomewhere,
    parse: readStationRow,
    keyOf: ({ townshipCode }) => townshipCode,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(row, facts, actor, { newId, today: chinaDay(clock.now()) }),
    changedBy: CHANGED_BY,
    updates: stationUpdates(ports),
    save: async (changes) => {
      await unitOfWork.hold(...changes.map(({ state }) => countyKey(state.countyCode)));
      await stations.saveMany(changes);
      await acceptanceChecks.put(...changes.flatMap(({ state }) => listedChecks(state)));
      const opened = changes.filter(({ state }) => state.status === 'OPERATING');
      await followCoverage(ports)(...new Set(opened.map(({ state }) => state.countyCode)));
    },
  });
}

async function load(
  { regions, countyPolicies, agencies, stations }: Ports,
  rows: readonly StationRow[],
): Promise<StationFacts> {
  const units = rows.map(({ townshipCode }) => townshipCode);
  const counties = [...new Set(units.map(countyOf))];
  const creditCodes = rows.flatMap(({ operatorCreditCode }) => operatorCreditCode ?? []);
  const places = await regions.findMany([...units, ...counties]);
  const policies = await countyPolicies.findOfCounties(counties);
  const operators = await agencies.findByCreditCodes([...new Set(creditCodes)]);
  const standing = await stations.findByUnits(units);
  return {
    regions: new Map(places.flatMap((region) => (region === null ? [] : [[region.id, region] as const]))),
    policies: new Map(counties.map((code, at) => [code, policies[at] ?? []])),
    operators: new Map(operators.map((operator) => [operator.creditCode, operator])),
    standing: new Map(standing.map((station) => [station.townshipCode, station])),
  };
}

interface Surroundings {
  readonly newId: NewId;
  readonly today: ReturnType<typeof chinaDay>;
}

function decide(
  row: StationRow,
  facts: StationFacts,
  actor: Actor,
  { newId, today }: Surroundings,
): RowDecision<ReturnType<typeof takeOverStation>> {
  const countyCode = countyOf(row.townshipCode);
  mayTakeOver(actor, countyCode);
  const standing = facts.standing.get(row.townshipCode);
  if (standing !== undefined) return knownRow(compareStation(row, standing, facts));
  const unit = inUse(regionOf(row.townshipCode, facts));
  const county = inUse(regionOf(countyCode, facts));
  const { site, rooms, operationMode, opening } = row;
  const past = {
    id: newId('sta'),
    signage: row.signage ?? signageOf(county.name, unit.name),
    operationMode,
    site,
    rooms,
    opening: opening === null ? null : { ...opening, checkId: newId('chk') },
  };
  const checklistOn = (day: CalendarDate) =>
    checklistOf(stationRulesOf(countyPolicyOn(facts.policies.get(countyCode) ?? [], day)));
  const checklists = {
    checklist: checklistOn(today),
    checklistThen: checklistOn(opening?.checkedOn ?? today),
  };
  const operator = operatorOf(row, facts);
  return newRow(takeOverStation(past, { unit, county, operator, ...checklists, today }));
}

function regionOf(code: RegionCode, { regions }: StationFacts): Region {
  const region = regions.get(code);
  if (region === undefined) throw regionNotFound({ field: 'townshipCode', id: code });
  return region;
}

function operatorOf({ operatorCreditCode }: StationRow, { operators }: StationFacts): AgencyReplica | null {
  if (operatorCreditCode === null) return null;
  const operator = operators.get(operatorCreditCode);
  if (operator === undefined)
    throw operatorUnknown({ field: 'operatorCreditCode', code: operatorCreditCode });
  return operator;
}
