import {
  type ActionRule,
  type Actor,
  type CalendarDate,
  canPutRight,
  isWorker,
  offered,
} from '@qianshou/kernel';
import { canEnd, canPropose, canSign, rightOfPosting } from './policy.ts';
import { isOnDuty, needsPreJobTraining, type Posting } from './posting.ts';
import { missingSignatures } from './signatures.ts';

type Party = 'SIGNS' | 'STARTS' | 'ENDS' | 'HOLDER' | 'PUTS_RIGHT';

const isOver = ({ status }: Posting): boolean => status === 'LEFT';
const wasOnDuty = ({ startedOn }: Posting): boolean => startedOn !== null;
const stands = ({ struck = null }: Posting): boolean => struck === null;

const ACTIONS = {
  SIGN: { by: 'SIGNS', when: ({ status }) => status === 'PROPOSED' },
  START: { by: 'STARTS', when: ({ status, role }) => status === 'PROPOSED' && !needsPreJobTraining(role) },
  END: { by: 'ENDS', when: (posting) => !isOver(posting) },
  RECORD_LEAVE: { by: 'ENDS', when: (posting) => stands(posting) && isOnDuty(posting) },
  RESIGN: { by: 'HOLDER', when: (posting) => !isOver(posting) && (posting.resignation ?? null) === null },
  DRAW_UP_HAND_OVER: { by: 'ENDS', when: (posting) => stands(posting) && wasOnDuty(posting) },
  CONFIRM_HAND_OVER: {
    by: 'ENDS',
    when: (posting) => stands(posting) && (posting.handOver ?? []).some(({ doneOn }) => doneOn === null),
  },
  CORRECT: { by: 'PUTS_RIGHT', when: (posting) => stands(posting) && wasOnDuty(posting) },
  STRIKE: { by: 'PUTS_RIGHT', when: stands },
} as const satisfies Record<string, ActionRule<Party, readonly [Posting]>>;

export type PostingAction = keyof typeof ACTIONS;

/** What this actor may do with this posting now: screens never guess. */
export function allowedActions(
  posting: Posting,
  actor: Actor,
  today: CalendarDate,
): readonly PostingAction[] {
  const missing = missingSignatures(posting);
  const party = canSign(actor, posting, missing);
  const parties = {
    SIGNS: party !== null && missing.includes(party),
    STARTS: canPropose(actor, posting.role, posting) !== null,
    ENDS: canEnd(actor, posting),
    HOLDER: isWorker(actor, posting.workerId),
    PUTS_RIGHT: canPutRight(actor, rightOfPosting(posting, posting.recorded ?? null, { actor, today })),
  };
  return offered<PostingAction, Party, readonly [Posting]>(ACTIONS, parties, posting);
}
