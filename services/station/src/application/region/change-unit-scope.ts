import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  countyOf,
  type PublicText,
  type RegionCode,
} from '@qianshou/kernel';
import { mayLeadConstruction } from '../../domain/policy.ts';
import {
  inScope,
  leaveScope,
  returnToScope,
  type UnitScope,
  type UnitScopeEvent,
} from '../../domain/region/unit-scope.ts';
import { countyKey } from '../county/county-key.ts';
import { followCoverage } from '../county/follow-coverage.ts';
import type { Ports } from '../ports.ts';

export type ScopePorts = Pick<
  Ports,
  'unitScopes' | 'stations' | 'regions' | 'countyPolicies' | 'countyCoverages' | 'unitOfWork' | 'clock'
>;

export interface TakeOutOfScopeInput {
  readonly townshipCode: RegionCode;
  /** Null: today. */
  readonly from: CalendarDate | null;
  readonly reason: PublicText;
  readonly source: PublicText;
}

export interface ReturnToScopeInput extends Omit<TakeOutOfScopeInput, 'source'> {}

/** The county is held while its scope changes, and its coverage follows in the same transaction. */
const changeScope =
  (ports: ScopePorts) =>
  (
    unit: RegionCode,
    actor: Actor,
    decide: (scope: UnitScope, today: CalendarDate) => Change<UnitScope, UnitScopeEvent>,
  ): Promise<UnitScope> => {
    const { unitScopes, unitOfWork, clock } = ports;
    const county = countyOf(unit);
    mayLeadConstruction(actor, county);
    return unitOfWork.run(async () => {
      await unitOfWork.hold(countyKey(county));
      const [known = null] = await unitScopes.findMany([unit]);
      const saved = await unitScopes.save(decide(known ?? inScope(unit, county), chinaDay(clock.now())));
      await followCoverage(ports)(county);
      return saved;
    });
  };

export const takeUnitOutOfScope =
  (ports: ScopePorts) =>
  ({ townshipCode, from, reason, source }: TakeOutOfScopeInput, actor: Actor): Promise<UnitScope> =>
    changeScope(ports)(townshipCode, actor, (scope, today) =>
      leaveScope(scope, { since: from ?? today, reason, source, successionId: null }, today),
    );

export const returnUnitToScope =
  (ports: ScopePorts) =>
  ({ townshipCode, from, reason }: ReturnToScopeInput, actor: Actor): Promise<UnitScope> =>
    changeScope(ports)(townshipCode, actor, (scope, today) =>
      returnToScope(scope, { until: from ?? today, reason }, today),
    );
