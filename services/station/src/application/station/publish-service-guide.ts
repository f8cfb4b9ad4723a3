import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import { publishServiceGuide as publish } from '../../domain/station/service-guide.ts';
import type { ServiceGuide } from '../../domain/station/guide.ts';
import type { Station } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface PublishServiceGuideInput extends StationTarget {
  readonly guide: ServiceGuide;
}

export const publishServiceGuide =
  (ports: DecisionPorts) =>
  (input: PublishServiceGuideInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station) => publish(station, input.guide),
    });
