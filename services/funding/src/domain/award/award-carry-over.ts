import type { Change } from '@qianshou/kernel';
import { carry, type CarryMovements } from '../money/carry-over.ts';
import { partsFromYear, type SourcePart, takeParts } from '../money/source-parts.ts';
import type { ApprovedAward, AwardEvent, RewardAward } from './reward-award.ts';

export interface AwardCarried extends CarryMovements {
  readonly change: Change<RewardAward, AwardEvent>;
}

/** Approved and not paid in the year: it is paid in the next one, from the same sources. */
export function carryAward(award: ApprovedAward, committed: readonly SourcePart[], by: string): AwardCarried {
  const { year, sources } = award.carriedOver ?? award;
  const parts = sources ?? takeParts(committed, award.amountFen, 'PROPORTION');
  const { programme, budgetPlanId, id, approvedBy, appliedBy } = award;
  const reference = { budgetPlanId, contractId: null, awardId: id, paymentId: null };
  const approver = approvedBy === by ? appliedBy : approvedBy;
  const movements = carry(
    { programme, reference, stage: 'COMMITTED', subject: id, parts, year },
    { actor: by, approver },
  );
  const carriedOver = { year: year + 1, sources: partsFromYear(parts, year) };
  return {
    change: {
      state: { ...award, carriedOver },
      events: [{ type: 'award.carried-over', by, toYear: year + 1 }],
    },
    ...movements,
  };
}
