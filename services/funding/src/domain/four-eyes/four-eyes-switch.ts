import type { CalendarDate, Change, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import type { FourEyesSwitchId } from '../ids.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { FOUR_EYES, type FourEyesName } from '../reference/four-eyes-pairs.ts';
import { fourEyesFixed, fourEyesNotProposed, fourEyesSame } from './errors.ts';

/** Whether a county holds a pair of the table: decided by two persons, like the money that it guards. */
export interface FourEyesSwitch extends Versioned {
  readonly id: FourEyesSwitchId;
  readonly countyCode: RegionCode;
  readonly pair: FourEyesName;
  /** As the county decided; what the table says while it decided nothing. */
  readonly holds: boolean;
  readonly since: CalendarDate | null;
  readonly reason: PublicText | null;
  readonly document: PublicText | null;
  readonly decidedBy: string | null;
  readonly proposal: FourEyesProposal | null;
}

export interface FourEyesProposal {
  readonly holds: boolean;
  readonly reason: PublicText;
  readonly document: PublicText;
  readonly by: string;
  readonly on: CalendarDate;
}

export interface FourEyesSwitched {
  readonly type: 'four-eyes.proposed' | 'four-eyes.switched';
  readonly by: string;
}

type Changed = Change<FourEyesSwitch, FourEyesSwitched>;

/** As the table says. */
export function asDeclared(place: Pick<FourEyesSwitch, 'id' | 'countyCode' | 'pair'>): FourEyesSwitch {
  const undecided = { since: null, reason: null, document: null, decidedBy: null, proposal: null };
  return { ...place, ...undecided, version: 0, holds: FOUR_EYES[place.pair].byDefault };
}

/** Where the journal itself needs two persons, no office is too small. */
export function proposeSwitch(state: FourEyesSwitch, proposal: FourEyesProposal): Changed {
  if (!FOUR_EYES[state.pair].switchable) throw fourEyesFixed({ pair: state.pair });
  if (state.holds === proposal.holds) throw fourEyesSame({ pair: state.pair, holds: state.holds });
  return { state: { ...state, proposal }, events: [{ type: 'four-eyes.proposed', by: proposal.by }] };
}

/** By another person than who proposed it; it rules from that day on. */
export function approveSwitch(
  state: FourEyesSwitch,
  { by, on }: { readonly by: string; readonly on: CalendarDate },
): Changed {
  const { proposal, pair } = state;
  if (proposal === null) throw fourEyesNotProposed({ pair });
  requireSecondPerson('POLICY_SETTER_APPROVER', by, [proposal.by]);
  const { holds, reason, document } = proposal;
  return {
    state: { ...state, holds, reason, document, since: on, decidedBy: by, proposal: null },
    events: [{ type: 'four-eyes.switched', by }],
  };
}
