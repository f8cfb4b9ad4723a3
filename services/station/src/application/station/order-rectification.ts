import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import { mayLeadConstruction } from '../../domain/policy.ts';
import { orderRectification as order } from '../../domain/station/rectification.ts';
import type { RectifyingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface OrderRectificationInput extends StationTarget {
  readonly reason: PublicText;
  /** Null: today. */
  readonly orderedOn: CalendarDate | null;
}

/** Without an evaluation, e.g. after an inspection; an evaluation orders it by itself (STA-13). */
export const orderRectification =
  (ports: DecisionPorts) =>
  ({ reason, orderedOn, ...target }: OrderRectificationInput, actor: Actor): Promise<RectifyingStation> =>
    decideOnStation(ports)(target, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: (station, { today, rules }) =>
        order(
          station,
          { reason, evaluationId: null, orderedOn: orderedOn ?? today },
          { planDays: rules.rectificationPlanDays, today },
        ),
    });
