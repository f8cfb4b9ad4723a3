import { chinaDay, type Command, decision } from '@qianshou/kernel';
import { maySign } from '../../domain/posting/policy.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { missingSignatures } from '../../domain/posting/signatures.ts';
import { sign } from '../../domain/posting/posting-recruitment.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from './posting-decision.ts';
import { requireWorkplaceOpen } from './recruitment-facts.ts';

type Deps = Pick<Ports, 'centres' | 'clock' | 'postings' | 'stations' | 'unitOfWork'>;

export const signPosting = (deps: Deps): Command<PostingTarget, Posting> =>
  decision(deps.unitOfWork, {
    ...onPosting(deps),
    may: (actor, posting) => maySign(actor, posting, missingSignatures(posting)),
    decide: async (posting, _input, actor) => {
      await requireWorkplaceOpen(deps, posting);
      const party = maySign(actor, posting, missingSignatures(posting));
      return sign(posting, party, { subject: actor.subject, on: chinaDay(deps.clock.now()) });
    },
    save: deps.postings.save,
  });
