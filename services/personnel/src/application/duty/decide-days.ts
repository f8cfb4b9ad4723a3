import { type Actor, type Command, decision, type Grounds, mayPutRight } from '@qianshou/kernel';
import { rightOfPosting } from '../../domain/posting/policy.ts';
import {
  type CorrectedDays,
  correctDays,
  type DaysFacts,
  strikePosting as strike,
} from '../../domain/duty/posting-correction.ts';
import { mostAtOnce, overlap, type Period } from '../../domain/posting/overlaps.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';
import { recountPosts } from '../qualification/settle-posts.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from '../posting/posting-decision.ts';
import { periodOf } from '../posting/recruitment-facts.ts';
import { todayOf } from '../reference/today-of.ts';

export interface CorrectPostingInput extends PostingTarget, Grounds {
  readonly corrected: CorrectedDays;
}

export interface StrikePostingInput extends PostingTarget, Grounds {}

type Deps = Pick<
  Ports,
  'clock' | 'clocks' | 'creditedHours' | 'newId' | 'policies' | 'postings' | 'unitOfWork' | 'workers'
>;

const about = (deps: Deps) => ({
  ...onPosting(deps),
  may: (actor: Actor, posting: Posting) =>
    mayPutRight(actor, rightOfPosting(posting, recordedOf(posting), { actor, today: todayOf(deps) })),
});

function recordedOf({ recorded = null }: Posting) {
  return recorded;
}

/** Its own clock, and those that it had carried over to other posts of the worker, follow. */
export const correctPosting = (deps: Deps): Command<CorrectPostingInput, Posting> =>
  decision<CorrectPostingInput, Posting, ReturnType<typeof correctDays>, Posting>(deps.unitOfWork, {
    ...about(deps),
    lock: ({ postingId }) => `posting:${postingId}`,
    decide: async (posting, { corrected, reason, evidence }) => {
      const facts = await daysFacts(deps, posting, corrected);
      return correctDays(posting, { corrected, reason, evidence, today: todayOf(deps) }, facts);
    },
    save: (change) => saveAll(deps, change),
  });

export const strikePosting = (deps: Deps): Command<StrikePostingInput, Posting> =>
  decision<StrikePostingInput, Posting, ReturnType<typeof strike>, Posting>(deps.unitOfWork, {
    ...about(deps),
    decide: (posting, { reason, evidence }) => strike(posting, { reason, evidence, today: todayOf(deps) }),
    save: (change) => saveAll(deps, change),
  });

async function saveAll(deps: Deps, change: ReturnType<typeof correctDays>): Promise<Posting> {
  const saved = await deps.postings.save(change);
  await recountPosts(deps, await deps.workers.get(saved.workerId), todayOf(deps));
  return deps.postings.get(saved.id);
}

async function daysFacts(
  { policies, postings, workers, unitOfWork, clock }: Deps,
  posting: Posting,
  corrected: CorrectedDays,
): Promise<DaysFacts> {
  const { workerId, role, countyCode, stationId, centreId, id } = posting;
  await unitOfWork.hold(`worker:${workerId}`);
  await unitOfWork.hold(`workplace:${stationId ?? centreId}`);
  const window = windowOf(posting, corrected);
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([countyCode], todayOf({ clock }));
  const others = <Other extends Posting>(all: readonly Other[]) => all.filter((each) => each.id !== id);
  const seats = others(await postings.listSeatsEver({ stationId, centreId }, role));
  const fullTime = others(await postings.listFullTimeEver(workerId));
  return {
    policy,
    occupied: isSubstitute(posting) ? 0 : mostAtOnce(seats.map(periodOf), window),
    birthYear: (await workers.get(workerId)).birthYear,
    fullTimePostingId: fullTime.find((each) => overlap(periodOf(each), window))?.id ?? null,
  };
}

function windowOf(posting: Posting, { startedOn, endedOn }: CorrectedDays): Period {
  const { from, to } = periodOf(posting);
  return { from: startedOn ?? from, to: endedOn ?? to };
}

function isSubstitute({ substituteFor = null }: Posting): boolean {
  return substituteFor !== null;
}
