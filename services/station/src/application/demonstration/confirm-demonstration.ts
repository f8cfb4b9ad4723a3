import type { Actor } from '@qianshou/kernel';
import { confirmDemonstration as confirm } from '../../domain/demonstration/demonstration-process.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';
import { demonstrationFacts } from './demonstration-facts.ts';

export const confirmDemonstration = (ports: DecisionPorts) => {
  const factsFor = demonstrationFacts(ports);
  return (input: StationTarget, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: async (station, { today }) =>
        confirm(station, await factsFor(station.countyCode, today), today),
    });
};
