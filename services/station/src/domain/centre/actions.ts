import { type ActionRule, type Actor, type CalendarDate, canPutRight, offered } from '@qianshou/kernel';
import type { StationRules } from '../county/station-rules.ts';
import { puttingRight } from './centre-correction.ts';
import { type GuidanceCentre, lacksForOpening } from './guidance-centre.ts';
import { canLeadConstruction, canRunCentre } from '../policy.ts';

/** Who may at all; which centre it is possible for now is said beside it. */
type Party = 'LEADS' | 'RUNS' | 'PUTS_RIGHT';

type Facts = readonly [centre: GuidanceCentre];

const stands = ({ status }: GuidanceCentre): boolean => status === 'PLANNED' || status === 'OPERATING';
const isStruck = ({ status }: GuidanceCentre): boolean => status === 'STRUCK';

const ACTIONS = {
  NAME_EXPERT_TEAM: { by: 'RUNS', when: stands },
  OPEN_GUIDANCE_CENTRE: {
    by: 'LEADS',
    when: (centre) => centre.status === 'PLANNED' && lacksForOpening(centre).length === 0,
  },
  CHANGE_GUIDANCE_CENTRE_OPERATOR: { by: 'LEADS', when: stands },
  CLOSE_GUIDANCE_CENTRE: { by: 'LEADS', when: stands },
  CORRECT_GUIDANCE_CENTRE: { by: 'PUTS_RIGHT', when: (centre) => !isStruck(centre) },
  STRIKE_GUIDANCE_CENTRE: {
    by: 'PUTS_RIGHT',
    when: (centre) => !isStruck(centre) && centre.workers.length === 0,
  },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type CentreAction = keyof typeof ACTIONS;

/** What this caller may do with this centre now, so that a screen offers nothing that would be refused. */
export function centreActions(
  actor: Actor,
  centre: GuidanceCentre,
  facts: { readonly rules: StationRules; readonly today: CalendarDate },
): readonly CentreAction[] {
  const leads = canLeadConstruction(actor, centre.countyCode);
  const parties = {
    LEADS: leads,
    PUTS_RIGHT: canPutRight(actor, puttingRight(centre, { ...facts, mayRecord: leads })),
    RUNS: canRunCentre(actor, centre),
  };
  return offered<CentreAction, Party, Facts>(ACTIONS, parties, centre);
}
