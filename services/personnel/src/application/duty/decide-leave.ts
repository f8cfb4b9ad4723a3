import { type Actor, type Command, decision, type Grounds, mayPutRight, recordedBy } from '@qianshou/kernel';
import {
  anyLeaveOf,
  leaveOf,
  correctLeave as correct,
  recordLeave as record,
  strikeLeave as strike,
} from '../../domain/duty/leave.ts';
import { mayEnd, rightOfPosting } from '../../domain/posting/policy.ts';
import type { LeaveId } from '../../domain/ids.ts';
import { leavesOf, type LeaveTerms } from '../../domain/posting/life.ts';

import type { Posting, PostingEvent } from '../../domain/posting/posting.ts';
import type { Ports } from '../ports.ts';
import { onPosting, type PostingTarget } from '../posting/posting-decision.ts';
import { todayOf } from './today-of.ts';

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
    save: async (made, { input }) => {
      const saved = await deps.postings.save(made);
      await moveSubstitutes(deps, saved, leaveOf(saved, input.leaveId).to);
      return saved;
    },
  });

export const strikeLeave = (deps: Deps): Command<LeaveTarget, Posting> =>
  decision<LeaveTarget, Posting, Made, Posting>(deps.unitOfWork, {
    ...onPosting(deps),
    may: mayCorrect(deps),
    decide: (posting, { leaveId, reason, evidence }) =>
      strike(posting, leaveId, { reason, evidence, on: todayOf(deps) }),
    save: async (made) => {
      const saved = await deps.postings.save(made);
      if (leavesOf(saved).every(({ to }) => to < todayOf(deps)))
        await moveSubstitutes(deps, saved, todayOf(deps));
      return saved;
    },
  });

/** Whoever stands in does so as long as the leave. */
async function moveSubstitutes({ postings }: Deps, { id }: Posting, endsOn: LeaveTerms['to']): Promise<void> {
  for (const posting of await postings.listSubstitutes(id)) await postings.save(moved(posting, endsOn));
}

function moved(
  posting: Posting,
  endsOn: LeaveTerms['to'],
): { state: Posting; events: readonly PostingEvent[] } {
  if (posting.endsOn === endsOn) return { state: posting, events: [] };
  const { id: postingId, workerId, countyCode, stationId, centreId, role } = posting;
  const facts = { postingId, workerId, countyCode, stationId, centreId, role };
  return { state: { ...posting, endsOn }, events: [{ type: 'posting.term-moved', ...facts, endsOn }] };
}
