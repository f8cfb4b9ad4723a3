import { type Actor, type Change, type Command, decision } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import { countyKey } from '../county/county-key.ts';
import { type DecisionFacts, factsOf } from '../county/rules-of-county.ts';
import { saveStation, type SavingPorts } from './save-station.ts';

export type DecisionPorts = SavingPorts;

/** What every change of one station says: which one, and which version the caller read. */
export interface StationTarget {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
}

export interface StationDecision<Saved extends Station> {
  /** Throws when this caller may not. */
  readonly may: (actor: Actor, station: Station) => void;
  readonly decide: (
    station: Station,
    facts: DecisionFacts,
  ) => Change<Saved, StationEvent> | Promise<Change<Saved, StationEvent>>;
}

/**
 * Load, authorise, decide, save; and in the same transaction what is counted by county, which is held meanwhile. Who may
 * not is turned away before that: a stranger holds up no county.
 */
export const decideOnStation =
  (ports: DecisionPorts) =>
  <Saved extends Station>(
    target: StationTarget,
    actor: Actor,
    { may, decide }: StationDecision<Saved>,
  ): Promise<Saved> => {
    const command: Command<StationTarget, Saved> = decision(ports.unitOfWork, {
      lock: async ({ stationId }: StationTarget) => {
        const station = await ports.stations.get(stationId);
        may(actor, station);
        return countyKey(station.countyCode);
      },
      load: ({ stationId }: StationTarget) => ports.stations.get(stationId),
      may,
      decide: async (station) => {
        const facts = await factsOf(ports, station);
        return { change: await decide(station, facts), rules: facts.rules };
      },
      save: ({ change, rules }, { state }) => saveStation(ports)(state, change, rules),
    });
    return command(target, actor);
  };
