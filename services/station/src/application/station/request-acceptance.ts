import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import type { StationInAcceptance } from '../../domain/station/station.ts';
import { requestAcceptance as request } from '../../domain/station/station-acceptance.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export const requestAcceptance =
  (ports: DecisionPorts) =>
  (input: StationTarget, actor: Actor): Promise<StationInAcceptance> =>
    decideOnStation(ports)(input, actor, { may: mayPrepare, decide: request });
