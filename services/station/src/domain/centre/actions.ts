import { type ActionRule, type Actor, offered } from '@qianshou/kernel';
import { type GuidanceCentre, lacksForOpening } from './guidance-centre.ts';
import { canLeadConstruction, canRunCentre } from '../policy.ts';

/** Who may at all; which centre it is possible for now is said beside it. */
type Party = 'LEADS' | 'RUNS';

type Facts = readonly [centre: GuidanceCentre];

const stands = ({ status }: GuidanceCentre): boolean => status !== 'CLOSED';

const ACTIONS = {
  NAME_EXPERT_TEAM: { by: 'RUNS', when: stands },
  OPEN_GUIDANCE_CENTRE: {
    by: 'LEADS',
    when: (centre) => centre.status === 'PLANNED' && lacksForOpening(centre).length === 0,
  },
  CHANGE_GUIDANCE_CENTRE_OPERATOR: { by: 'LEADS', when: stands },
  CLOSE_GUIDANCE_CENTRE: { by: 'LEADS', when: stands },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type CentreAction = keyof typeof ACTIONS;

/** What this caller may do with this centre now, so that a screen offers nothing that would be refused. */
export function centreActions(actor: Actor, centre: GuidanceCentre): readonly CentreAction[] {
  const parties = {
    LEADS: canLeadConstruction(actor, centre.countyCode),
    RUNS: canRunCentre(actor, centre),
  };
  return offered<CentreAction, Party, Facts>(ACTIONS, parties, centre);
}
