import { type Actor, type CalendarDate, type Change, chinaDay, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import type { StationRules } from '../../domain/county/station-rules.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import { saveStation, type SavingPorts } from './save-station.ts';
import { inCountyOf } from './station-county.ts';

export type DecisionPorts = SavingPorts;

/** What every change of one station says: which one, and which version the caller read. */
export interface StationTarget {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
}

/** What every decision about a station may ask: the day, and the rules of its county. */
export interface DecisionFacts {
  readonly today: CalendarDate;
  /** Today's. */
  readonly rules: StationRules;
  /** Those of another day: what was done then is measured by what ruled then. */
  readonly rulesOn: (day: CalendarDate) => StationRules;
}

export interface StationDecision<Saved extends Station> {
  /** Throws when this caller may not. */
  readonly may: (actor: Actor, station: Station) => void;
  readonly decide: (
    station: Station,
    facts: DecisionFacts,
  ) => Change<Saved, StationEvent> | Promise<Change<Saved, StationEvent>>;
}

/** Load, authorise, decide, save; and in the same transaction what is counted by county, which is held meanwhile. */
export const decideOnStation =
  (ports: DecisionPorts) =>
  <Saved extends Station>(
    { stationId, expectedVersion }: StationTarget,
    actor: Actor,
    { may, decide }: StationDecision<Saved>,
  ): Promise<Saved> =>
    inCountyOf(ports)(
      stationId,
      async (station) => {
        expectVersion(station, expectedVersion);
        const rulesOn = await rulesOfCounty(ports)(station.countyCode);
        const today = chinaDay(ports.clock.now());
        const rules = rulesOn(today);
        const facts = { today, rules, rulesOn };
        return saveStation(ports)(station, await decide(station, facts), rules);
      },
      (station) => may(actor, station),
    );
