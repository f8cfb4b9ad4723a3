import { addDays, calendarDate, fen, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aContract, aPaymentId, BUREAU, FINANCE, NOW, TODAY, yuan } from '../../../test/builders.ts';
import { requestInstallment } from '../payment/payment-request.ts';
import { amendContract, notifyAmendment, notifyBy } from './contract-amendment.ts';
import { deductedFen, deductFromContract } from './contract-deduction.ts';
import { advanceContract, closeContractAsDone, type ContractStep } from './contract-life.ts';
import { OPEN_STATUSES } from './contract-status.ts';
import { contractWarnings } from './contract-warnings.ts';
import type { Contract } from './contract.ts';

const day = calendarDate;
const said = (raw: string) => publicText(raw, 'text');
const refusal = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const contract = aContract();
const advance = (from: Contract, to: ContractStep, on = '2026-05-01') =>
  advanceContract(from, { to, on: day(on), by: BUREAU }, TODAY).state;

describe('the life of a contract (8.3)', () => {
  it('goes through its steps in their order, and back to work after the mid-term evaluation', () => {
    const steps = ['RUNNING', 'MID_EVALUATION', 'RUNNING', 'FINAL_EVALUATION', 'ACCEPTANCE'] as const;
    const done = steps.reduce((state: Contract, to) => advance(state, to), contract);

    expect([done.status, done.steps.map(({ to }) => to)]).toEqual(['ACCEPTANCE', steps]);
  });

  it.each([
    ['SIGNED', ['MID_EVALUATION', 'FINAL_EVALUATION', 'ACCEPTANCE']],
    ['RUNNING', ['RUNNING', 'ACCEPTANCE']],
    ['MID_EVALUATION', ['MID_EVALUATION', 'ACCEPTANCE']],
    ['FINAL_EVALUATION', ['RUNNING', 'MID_EVALUATION', 'FINAL_EVALUATION']],
    ['ACCEPTANCE', ['RUNNING', 'MID_EVALUATION', 'FINAL_EVALUATION', 'ACCEPTANCE']],
    ['CLOSED', ['RUNNING', 'ACCEPTANCE']],
    ['TERMINATED', ['RUNNING', 'ACCEPTANCE']],
  ] as const)('leaves out no step from %s', (status, refused) => {
    for (const to of refused)
      expect(() => advance({ ...contract, status }, to)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });

  it('begins on the first day of service, and no step lies before the one before it', () => {
    expect(() => advance(contract, 'RUNNING', '2026-03-31')).toThrow(refusal('PURCHASE_DAYS_OUT_OF_ORDER'));
    const running = advance(contract, 'RUNNING');
    expect(() => advance(running, 'FINAL_EVALUATION', '2026-04-30')).toThrow(
      refusal('PURCHASE_DAYS_OUT_OF_ORDER'),
    );
    expect(() => advance(contract, 'RUNNING', addDays(TODAY, 1))).toThrow(refusal('FUNDING_DAY_IN_FUTURE'));
  });

  it.each([...OPEN_STATUSES, 'TERMINATED'] as const)('FUN-12 %s may be paid', (status) => {
    const asking = { id: aPaymentId(), by: BUREAU, at: NOW, installmentNo: 1, amountFen: null };

    expect(requestInstallment({ ...contract, status }, asking, new Map()).state.status).toBe('REQUESTED');
  });

  it.each(['CLOSED', 'REFUSED', 'WITHDRAWN'] as const)('FUN-13 %s is paid no more', (status) => {
    const asking = { id: aPaymentId(), by: BUREAU, at: NOW, installmentNo: 1, amountFen: null };

    expect(() => requestInstallment({ ...contract, status }, asking, new Map())).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
  });
});

describe('closing a contract', () => {
  const acceptance = {
    no: 1,
    acceptedOn: TODAY,
    recipientsInvited: 3,
    opinion: { satisfied: 3, neutral: 0, dissatisfied: 0, text: said('好') },
    result: 'PASSED',
    acceptedBy: FINANCE,
    publishedOn: TODAY,
    publicUrl: 'https://example.gov.cn/1',
  } as const;
  const accepted: Contract = { ...contract, status: 'ACCEPTANCE', acceptances: [acceptance] };
  const paid = new Map(contract.installments.map(({ no, amountFen }) => [no, amountFen]));
  const close = (state: Contract, sums = paid) => closeContractAsDone(state, { on: TODAY, by: BUREAU }, sums);

  it('follows an acceptance that passed and was published, and the last payment', () => {
    expect(close(accepted).state.status).toBe('CLOSED');
    expect(() => close({ ...accepted, acceptances: [{ ...acceptance, publishedOn: null }] })).toThrow(
      refusal('CONTRACT_NOT_ACCEPTED', { rule: 'FUN-9' }),
    );
    expect(() =>
      close({ ...accepted, acceptances: [acceptance, { ...acceptance, result: 'FAILED' }] }),
    ).toThrow(refusal('CONTRACT_NOT_ACCEPTED'));
    expect(() => close(accepted, new Map([[1, yuan(100_000n)]]))).toThrow(
      refusal('CONTRACT_NOT_PAID', { installments: [2, 3] }),
    );
    expect(() => close({ ...accepted, status: 'SIGNED' })).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });
});

describe('a deduction', () => {
  const grade = (percent: number) => ({ kind: 'GRADE', percent }) as const;
  const vacant = (posts: number, vacantPostDays: number) =>
    ({ kind: 'VACANT_POSTS', posts, vacantPostDays }) as const;
  const deduct = (changed = {}, taken = new Map()) =>
    deductFromContract(
      contract,
      {
        installmentNo: 3,
        rule: grade(10),
        document: said('第八条'),
        reason: said('基本合格'),
        by: FINANCE,
        ...changed,
      },
      { taken, takenParts: [], today: TODAY },
    );

  it.each([
    ['a tenth of 40,000', grade(10), 400_000n],
    ['a post of two for a whole year', vacant(2, 365), 10_000_000n],
    ['a day of a post of three, rounded down', vacant(3, 1), 18_264n],
  ] as const)('comes to %s', (_name, rule, expected) => {
    expect(deductedFen(contract, yuan(40_000n), rule)).toBe(expected);
  });

  it('makes installment and contract less, and what is left still sums', () => {
    const { change, movement } = deduct();
    const { installments, amountFen, signedFen, deductions } = change.state;

    expect([amountFen, signedFen]).toEqual([yuan(196_000n), yuan(200_000n)]);
    expect(installments.reduce<bigint>((sum, each) => sum + each.amountFen, 0n)).toBe(amountFen);
    expect(deductions).toMatchObject([{ no: 1, installmentNo: 3, amountFen: yuan(4_000n) }]);
    expect(movement.postings.reduce<bigint>((sum, each) => sum + each.fen, 0n)).toBe(0n);
    expect(movement.idempotencyKey).toBe(`RELEASE:${contract.id}/deduction-1`);
  });

  it.each([
    ['0 %', { rule: grade(0) }, 'BAD_USER_INPUT'],
    ['101 %', { rule: grade(101) }, 'BAD_USER_INPUT'],
    ['no post', { rule: vacant(0, 1) }, 'BAD_USER_INPUT'],
    ['more days than there are', { rule: vacant(1, 366) }, 'BAD_USER_INPUT'],
    ['more than the installment', { rule: vacant(1, 100) }, 'CONTRACT_DEDUCTION_ABOVE_INSTALLMENT'],
    ['an installment that is none', { installmentNo: 9 }, 'CONTRACT_INSTALLMENT_UNKNOWN'],
    ['by who signed it', { by: BUREAU }, 'FUNDING_FOUR_EYES'],
  ])('is refused for %s', (_name, changed, code) => {
    expect(() => deduct(changed)).toThrow(refusal(code));
  });

  it('leaves alone what was asked for', () => {
    expect(() => deduct({}, new Map([[3, fen(3_600_001n)]]))).toThrow(
      refusal('CONTRACT_DEDUCTION_ABOVE_INSTALLMENT', { availableFen: '399999' }),
    );
    expect(deduct({}, new Map([[3, yuan(36_000n)]])).change.state.deductions).toHaveLength(1);
  });
});

describe('an amendment', () => {
  const amending = {
    endsOn: day('2027-02-28'),
    longTermReason: null,
    signedOn: day('2026-06-26'),
    document: said('补充协议一'),
    reason: said('提前结束'),
    by: BUREAU,
  };
  const amend = (changed = {}, beside: readonly Contract[] = []) =>
    amendContract(contract, { ...amending, ...changed }, { beside, today: TODAY }).state;

  it('changes the last day by the rules of a new contract', () => {
    expect(amend()).toMatchObject({
      endsOn: '2027-02-28',
      amendments: [{ kind: 'TERM', endedOn: '2027-03-31' }],
    });
    expect(() => amend({ endsOn: contract.endsOn })).toThrow(refusal('CORRECTED_TO_THE_SAME'));
    expect(() => amend({ endsOn: day('2027-04-01') })).toThrow(refusal('CONTRACT_TERM_NEEDS_REASON'));
    expect(() => amend({ endsOn: day('2029-04-01') })).toThrow(refusal('CONTRACT_TERM_TOO_LONG'));
    expect(() => amend({ signedOn: day('2026-03-14') })).toThrow(refusal('PURCHASE_DAYS_OUT_OF_ORDER'));
  });

  it('FUN-6 is made known within 2 working days, once, and warns when it was not', () => {
    const amended = amend({ signedOn: day('2026-06-18') });
    const notice = { notifiedOn: TODAY, publicUrl: said('https://example.gov.cn/1'), by: BUREAU };

    // The Friday after it is a holiday, Monday and Tuesday are not.
    expect(notifyBy({ signedOn: day('2026-06-18') }).day).toBe('2026-06-23');
    expect(contractWarnings(amended, [], TODAY)).toMatchObject([{ rule: 'FUN-6', since: '2026-06-23' }]);
    const notified = notifyAmendment(amended, 1, notice, TODAY).state;
    expect(contractWarnings(notified, [], TODAY)).toEqual([]);
    expect(() => notifyAmendment(notified, 1, notice, TODAY)).toThrow(refusal('CONTRACT_AMENDMENT_NOTIFIED'));
    expect(() => notifyAmendment(amended, 2, notice, TODAY)).toThrow(refusal('CONTRACT_AMENDMENT_NOT_FOUND'));
  });
});
