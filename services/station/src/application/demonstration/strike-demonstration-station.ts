import type { Actor, Grounds } from '@qianshou/kernel';
import { strikeDemonstration } from '../../domain/demonstration/demonstration.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';

/** The choice is the bureau's: no other office takes it back. */
export const strikeDemonstrationStation =
  (ports: DecisionPorts) =>
  (input: StationTarget & Grounds, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: (station, { today }) => strikeDemonstration(station, input, today),
    });
