import type { Actor } from '@qianshou/kernel';
import { chooseDemonstration, refuseShortcut } from '../../domain/demonstration/demonstration.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';
import { demonstrationFacts } from './demonstration-facts.ts';

/** The bureau's direct confirmation, in counties without the stepwise process. */
export const chooseDemonstrationStation = (ports: DecisionPorts) => {
  const factsFor = demonstrationFacts(ports);
  return (input: StationTarget, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: async (station, { today, rules }) => {
        refuseShortcut(rules);
        return chooseDemonstration(station, await factsFor(station.countyCode, today), today);
      },
    });
};
