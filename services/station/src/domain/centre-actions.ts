import type { Actor } from '@qianshou/kernel';
import { type GuidanceCentre, lacksForOpening } from './guidance-centre.ts';
import { canLeadConstruction, canRunCentre } from './policy.ts';

/** Who may at all; which centre it is possible for now is said beside it. */
type Party = 'LEADS' | 'RUNS';

interface ActionRule {
  readonly by: Party;
  readonly when: (centre: GuidanceCentre) => boolean;
}

const stands = ({ status }: GuidanceCentre): boolean => status !== 'CLOSED';

const ACTIONS = {
  NAME_EXPERT_TEAM: { by: 'RUNS', when: stands },
  OPEN_GUIDANCE_CENTRE: {
    by: 'LEADS',
    when: (centre) => centre.status === 'PLANNED' && lacksForOpening(centre).length === 0,
  },
  CLOSE_GUIDANCE_CENTRE: { by: 'LEADS', when: stands },
} as const satisfies Record<string, ActionRule>;

export type CentreAction = keyof typeof ACTIONS;

/** What this caller may do with this centre now, so that a screen offers nothing that would be refused. */
export function centreActions(actor: Actor, centre: GuidanceCentre): readonly CentreAction[] {
  const parties: Record<Party, boolean> = {
    LEADS: canLeadConstruction(actor, centre.countyCode),
    RUNS: canRunCentre(actor, centre),
  };
  const actions = Object.entries(ACTIONS) as readonly (readonly [CentreAction, ActionRule])[];
  return actions.filter(([, { by, when }]) => parties[by] && when(centre)).map(([action]) => action);
}
