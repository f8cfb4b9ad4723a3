import {
  type Actor,
  type CalendarDate,
  type Command,
  decision,
  earlierOf,
  type Grounds,
  mayPutRight,
  recordedBy,
} from '@qianshou/kernel';
import {
  anyLeaveOf,
  leaveOf,
  correctLeave as correct,
  recordLeave as record,
  standInTo,
  strikeLeave as strike,
} from '../../domain/duty/leave.ts';
import { mayEnd, rightOfPosting } from '../../domain/posting/policy.ts';
import type { LeaveId, PostingId } from '../../domain/ids.ts';
import type { Leave, LeaveTerms } from '../../domain/posting/life.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from '../posting/posting-decision.ts';
import { todayOf } from '../reference/today-of.ts';

export interface RecordLeaveInput extends PostingTarget, LeaveTerms {}

export interface LeaveTarget extends PostingTarget, Grounds {
  readonly leaveId: LeaveId;
}

export interface CorrectLeaveInput extends LeaveTarget {
  readonly corrected: Partial<LeaveTerms>;
}

type Deps = Pick<Ports, 'clock' | 'newId' | 'postings' | 'unitOfWork'>;
type Made = ReturnType<typeof record>;

export const recordLeave = (deps: Deps): Command<RecordLeaveInput, Posting> =>
  decision<RecordLeaveInput, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayEnd,
    decide: (posting, { kind, from, to }, actor) => {
      const place = { regions: [posting.countyCode], agencies: agenciesOf(posting) };
      const recorded = recordedBy(actor, todayOf(deps), { ...place, roles: RECORDERS });
      return record(posting, { id: deps.newId('lea'), kind, from, to, recorded });
    },
    save: deps.postings.save,
  });

const RECORDERS = ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'] as const;

function agenciesOf({ operatorAgencyId }: Posting): readonly string[] {
  return operatorAgencyId === null ? [] : [operatorAgencyId];
}

const mayCorrect =
  (deps: Pick<Ports, 'clock'>) =>
  (actor: Actor, posting: Posting, { leaveId }: LeaveTarget): void => {
    const { recorded } = anyLeaveOf(posting, leaveId);
    mayPutRight(actor, rightOfPosting(posting, recorded, { actor, today: todayOf(deps) }));
  };

export const correctLeave = (deps: Deps): Command<CorrectLeaveInput, Posting> =>
  decision<CorrectLeaveInput, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayCorrect(deps),
    decide: (posting, { leaveId, corrected, reason, evidence }) =>
      correct(posting, leaveId, { corrected, reason, evidence, on: todayOf(deps) }),
    save: async (made, { state, input: { leaveId } }) => {
      const saved = await deps.postings.save(made);
      await moveSubstitutes(deps, state.id, anyLeaveOf(state, leaveId), leaveOf(saved, leaveId).to);
      return saved;
    },
  });

export const strikeLeave = (deps: Deps): Command<LeaveTarget, Posting> =>
  decision<LeaveTarget, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayCorrect(deps),
    decide: (posting, { leaveId, reason, evidence }) =>
      strike(posting, leaveId, { reason, evidence, on: todayOf(deps) }),
    save: async (made, { state, input: { leaveId } }) => {
      const saved = await deps.postings.save(made);
      const leave = anyLeaveOf(state, leaveId);
      await moveSubstitutes(deps, state.id, leave, earlierOf(leave.to, todayOf(deps)));
      return saved;
    },
  });

/** Whoever stands in does so as long as the leave; who stands in for another is left alone. */
async function moveSubstitutes(
  { postings }: Pick<Ports, 'postings'>,
  postingId: PostingId,
  leave: Leave,
  to: CalendarDate,
): Promise<void> {
  for (const substitute of await postings.listSubstitutes(postingId))
    await postings.save(standInTo(substitute, leave, to));
}
