import type { Actor } from '@qianshou/kernel';
import { declineDemonstration as decline } from '../../domain/demonstration/demonstration-process.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';

export const declineDemonstration =
  (ports: DecisionPorts) =>
  (input: StationTarget, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: (station, { today }) => decline(station, today),
    });
