import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import type { Site } from '../../domain/station/site.ts';
import type { Station } from '../../domain/station/station.ts';
import { recordSite as record } from '../../domain/station/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface RecordSiteInput extends StationTarget {
  readonly site: Site;
}

export const recordSite =
  (ports: DecisionPorts) =>
  (input: RecordSiteInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station) => record(station, input.site),
    });
