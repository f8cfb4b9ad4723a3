import type { Actor } from '@qianshou/kernel';
import { restoreDemonstration as restore } from '../../domain/demonstration/demonstration.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';
import { demonstrationFacts } from './demonstration-facts.ts';

export const restoreDemonstration = (ports: DecisionPorts) => {
  const factsFor = demonstrationFacts(ports);
  return (input: StationTarget, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: async (station, { today }) =>
        restore(station, await factsFor(station.countyCode, today), today),
    });
};
