import { type Change, countyOf, levelOf, type PublicText } from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from '../reference/agency-replica.ts';
import { stationLacksOperator, stationSignageWrong, stationUnitNotTownship } from './errors.ts';
import type { StationId } from '../ids.ts';
import type { Region } from '../reference/region.ts';
import { signageOf } from '../reference/signage.ts';
import type { OperationMode } from './operation.ts';
import type { StationInPreparation } from './station.ts';
import type { StationEvent } from './station-events.ts';

export interface PlanInput {
  readonly id: StationId;
  readonly signage: PublicText;
  readonly operationMode: OperationMode;
}

export interface PlanFacts {
  readonly unit: Region;
  readonly county: Region;
  /** Null for a station that the government staffs itself. */
  readonly operator: AgencyReplica | null;
}

/** Whose operation is purchased has an operator who sends and trains its people; the bureau does so at all others. */
export function planStation(input: PlanInput, facts: PlanFacts): Change<StationInPreparation, StationEvent> {
  if (input.operationMode === 'PURCHASED' && facts.operator === null) throw stationLacksOperator();
  return stationOfUnit(input, facts);
}

/** How a station is run where nobody said so. */
export function usualMode(hasOperator: boolean): OperationMode {
  return hasOperator ? 'PURCHASED' : 'DIRECT_HIRE';
}

/** STA-1, STA-3: one station per township-level unit, under its exact signage. That the unit is free, an index guards. */
export function stationOfUnit(
  input: PlanInput,
  facts: PlanFacts,
): Change<StationInPreparation, StationEvent> {
  const { unit, county, operator } = facts;
  if (levelOf(unit.id) !== 'TOWNSHIP_UNIT') throw stationUnitNotTownship({ code: unit.id });
  const expected = signageOf(county.name, unit.name);
  if (input.signage !== expected) throw stationSignageWrong({ expected, given: input.signage });
  if (operator !== null) mayOperate(operator);
  const state: StationInPreparation = {
    ...input,
    version: 0,
    status: 'PLANNED',
    townshipCode: unit.id,
    countyCode: countyOf(unit.id),
    tier: 'ORDINARY',
    operatorAgencyId: operator?.id ?? null,
    operatorChanges: [],
    site: null,
    siteUnchecked: false,
    rooms: [],
    documents: [],
    activitiesHeld: 0,
    staff: [],
    checks: [],
    havesComplete: false,
    demonstrationSince: null,
    demonstration: null,
    demonstrationWithdrawnOn: null,
    gradedBy: null,
    annualGrade: null,
    openedOn: null,
    guide: null,
    rectification: null,
    suspension: null,
    closure: null,
  };
  return { state, events: [{ type: 'station.planned' }] };
}
