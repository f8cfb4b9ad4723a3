import { type Actor, type Change, type Command, decision } from '@qianshou/kernel';
import type { Posting, PostingEvent } from '../../domain/posting/posting.ts';
import type { Signature } from '../../domain/posting/signatures.ts';
import { propose, sign } from '../../domain/posting/posting-recruitment.ts';
import { maySignNotice } from '../../domain/recruitment/policy.ts';
import { signNotice, takenOf } from '../../domain/recruitment/recruitment-decisions.ts';
import type { Applicant, RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';
import { stationPlace } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';
import { recruitmentFactsOf } from '../posting/recruitment-facts.ts';
import { todayOf } from '../reference/today-of.ts';
import { type NoticeTarget, onNotice, policyOf } from './on-notice.ts';

type Deps = Pick<
  Ports,
  'clock' | 'newId' | 'policies' | 'postings' | 'recruitments' | 'stations' | 'unitOfWork' | 'workers'
>;

/** PER-4: with the third signature whoever is taken is proposed, signed for by all three. */
export const signRecruitment = (deps: Deps): Command<NoticeTarget, RecruitmentNotice> =>
  decision(deps.unitOfWork, {
    ...onNotice(deps),
    lock: ({ noticeId }) => `recruitment:${noticeId}`,
    may: maySignNotice,
    decide: async (notice, _input, actor: Actor) => {
      const signer = { subject: actor.subject, on: todayOf(deps) };
      return signNotice(notice, maySignNotice(actor, notice), signer, await policyOf(deps, notice));
    },
    save: async (change) => {
      const saved = await deps.recruitments.save(change);
      if (saved.status === 'CONCLUDED')
        for (const applicant of takenOf(saved)) await proposeTaken(deps, saved, applicant);
      return saved;
    },
  });

async function proposeTaken(
  deps: Deps,
  notice: RecruitmentNotice,
  { workerId, educationException }: Applicant,
): Promise<void> {
  const place = stationPlace(await deps.stations.get(notice.stationId));
  const on = todayOf(deps);
  const facts = await recruitmentFactsOf(deps, { workerId, role: 'RESIDENT', place, on }, deps.workers.get);
  const input = {
    id: deps.newId('pst'),
    role: 'RESIDENT',
    startsOn: notice.startsOn ?? on,
    educationException,
    overdueDecision: facts.overdueSince === null ? null : notice.overdueDecision,
  } as const;
  const [first, ...others] = notice.signatures.map(signerOf);
  if (first === undefined) return;
  await deps.postings.save(
    others.reduce<Change<Posting, PostingEvent>>(
      ({ state, events }, { party, ...signer }) => {
        const signed = sign(state, party, signer);
        return { state: signed.state, events: [...events, ...signed.events] };
      },
      propose(input, facts, first),
    ),
  );
}

function signerOf({ party, signedBy, signedOn }: Signature) {
  return { party, subject: signedBy, on: signedOn };
}
