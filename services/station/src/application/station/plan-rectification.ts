import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import { type PlanFiling, planRectification as plan } from '../../domain/station/rectification.ts';
import type { RectifyingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface PlanRectificationInput extends StationTarget {
  readonly plan: PlanFiling;
}

export const planRectification =
  (ports: DecisionPorts) =>
  (input: PlanRectificationInput, actor: Actor): Promise<RectifyingStation> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => plan(station, input.plan, today),
    });
