import type { Actor } from '@qianshou/kernel';
import { canEnd, canPropose, canSign } from './policy.ts';
import { needsPreJobTraining, type Posting } from './posting.ts';
import { missingSignatures } from './signatures.ts';

export const POSTING_ACTIONS = ['SIGN', 'START', 'END'] as const;

export type PostingAction = (typeof POSTING_ACTIONS)[number];

/** What this actor may do with this posting now: screens never guess. */
export function allowedActions(posting: Posting, actor: Actor): readonly PostingAction[] {
  return POSTING_ACTIONS.filter((action) => IS_ALLOWED[action](posting, actor));
}

const IS_ALLOWED: Readonly<Record<PostingAction, (posting: Posting, actor: Actor) => boolean>> = {
  SIGN: (posting, actor) => {
    const missing = missingSignatures(posting);
    const party = canSign(actor, posting, missing);
    return posting.status === 'PROPOSED' && party !== null && missing.includes(party);
  },
  START: (posting, actor) =>
    posting.status === 'PROPOSED' &&
    !needsPreJobTraining(posting.role) &&
    canPropose(actor, posting.role, posting) !== null,
  END: (posting, actor) => posting.status !== 'LEFT' && canEnd(actor, posting),
};
