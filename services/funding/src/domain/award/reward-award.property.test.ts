import { DomainError, type Fen, fen, publicText } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A_CHECK_ID, anAward, aStation, TODAY } from '../../../test/builders.ts';
import {
  approveAward,
  awardCommitmentOf,
  correctAward,
  payAward,
  refuseAward,
  reopenAward,
  type RewardAward,
  withdrawAward,
} from './reward-award.ts';

const SUBJECTS = ['bureau-1', 'bureau-2', 'finance-1', 'finance-2'] as const;
const STATION = aStation({ acceptanceCheckId: A_CHECK_ID });
const reason = publicText('演示', 'reason');

type Step = (award: RewardAward, by: string, amountFen: Fen) => { readonly state: RewardAward };

const STEPS = {
  approve: (award, by) => approveAward(award, by, STATION),
  refuse: (award, by) => refuseAward(award, { by, on: TODAY, reason }),
  withdraw: (award, by) => withdrawAward(award, { by, on: TODAY, reason }),
  correct: (award, by, amountFen) => correctAward(award, { by, amountFen }),
  pay: (award, by) => payAward(award, { paidOn: TODAY, by }),
  reopen: (award, by) => reopenAward(award, by),
} as const satisfies Record<string, Step>;

const asked = fc.array(
  fc.record({
    step: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
    by: fc.constantFrom(...SUBJECTS),
    amount: fc.bigInt({ min: 1n, max: 10n ** 15n }),
  }),
  { maxLength: 12 },
);

const IS_CLOSED = new Set(['REFUSED', 'WITHDRAWN']);
const IS_BOUND = new Set(['APPROVED', 'PAID']);

describe('whatever is decided about an award, in whatever order and by whomever', () => {
  it('nobody approves what they applied for or corrected, money is bound once and in the amount approved, and a closed award stays closed', () => {
    const run = (steps: readonly { step: keyof typeof STEPS; by: string; amount: bigint }[]) => {
      let award: RewardAward = { ...anAward({ acceptanceCheckId: A_CHECK_ID }), appliedBy: SUBJECTS[0] };
      for (const { step, by, amount } of steps) {
        const before = award;
        const after = decided(() => STEPS[step](before, by, fen(amount)).state);
        if (after === null) continue;
        award = after;
        expect(IS_CLOSED.has(before.status)).toBe(false);
        if (IS_BOUND.has(before.status)) expect(after.amountFen).toBe(before.amountFen);
        if (step === 'approve' || step === 'refuse') expect(by).not.toBe(before.appliedBy);
        if (step === 'correct') expect(after.appliedBy).toBe(by);
      }
      if (award.status !== 'APPROVED') return;
      const { postings, actor, approver } = awardCommitmentOf(award);
      expect(postings.reduce((sum, posting) => sum + posting.fen, 0n)).toBe(0n);
      expect(postings.map((posting) => posting.fen)).toContain(award.amountFen);
      expect([actor, approver]).toEqual([award.approvedBy, award.appliedBy]);
      expect(actor).not.toBe(approver);
    };

    fc.assert(fc.property(asked, run), { numRuns: 300 });
  });
});

/** Null: refused, for a reason that the domain has. */
function decided(decide: () => RewardAward): RewardAward | null {
  try {
    return decide();
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return null;
  }
}
