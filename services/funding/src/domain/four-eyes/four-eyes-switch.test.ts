import { idParser, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aContract, anApprovedPayment, BUREAU, FINANCE, NOW, TODAY, YIDU } from '../../../test/builders.ts';
import { recordAcceptance } from '../contract/acceptance.ts';
import { instructPayment } from '../payment/payment-bank.ts';
import { makePayment } from '../payment/payment.ts';
import { FOUR_EYES, FOUR_EYES_NAMES, type FourEyesName } from '../reference/four-eyes-pairs.ts';
import { approveSwitch, asDeclared, proposeSwitch } from './four-eyes-switch.ts';

const said = (raw: string) => publicText(raw, 'text');
const refusal = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const id = idParser('fes')('fes_01900000-0000-7000-8000-000000000001');
const declared = (pair: FourEyesName) => asDeclared({ id, countyCode: YIDU, pair });
const proposal = (holds: boolean) => ({
  holds,
  reason: said('人员不足'),
  document: said('演示文件'),
  by: BUREAU,
  on: TODAY,
});

describe('FUN-10 a pair that a county switches', () => {
  it('rules from the day on which another person approved it', () => {
    const proposed = proposeSwitch(declared('BUYER_ACCEPTOR'), proposal(false)).state;

    expect(proposed.holds).toBe(true);
    expect(() => approveSwitch(proposed, { by: BUREAU, on: TODAY })).toThrow(
      refusal('FUNDING_FOUR_EYES', { pair: 'POLICY_SETTER_APPROVER' }),
    );
    const { state } = approveSwitch(proposed, { by: FINANCE, on: TODAY });
    expect(state).toMatchObject({ holds: false, since: TODAY, decidedBy: FINANCE, proposal: null });
    expect(() => approveSwitch(state, { by: FINANCE, on: TODAY })).toThrow(refusal('FOUR_EYES_NOT_PROPOSED'));
    expect(() => proposeSwitch(state, proposal(false))).toThrow(refusal('FOUR_EYES_SAME'));
  });

  it.each(FOUR_EYES_NAMES.filter((name) => !FOUR_EYES[name].switchable))('is none of %s', (pair) => {
    expect(() => proposeSwitch(declared(pair), proposal(false))).toThrow(
      refusal('FOUR_EYES_FIXED', { pair }),
    );
  });

  it('lets the buyer accept where the county said so', () => {
    const opinion = { satisfied: 1, neutral: 0, dissatisfied: 0, text: said('好') };
    const input = {
      acceptedOn: TODAY,
      recipientsInvited: 1,
      opinion,
      result: 'PASSED',
      acceptedBy: BUREAU,
    } as const;

    expect(() => recordAcceptance(aContract(), input, TODAY)).toThrow(
      refusal('FUNDING_FOUR_EYES', { pair: 'BUYER_ACCEPTOR' }),
    );
    expect(recordAcceptance(aContract(), input, TODAY, ['BUYER_ACCEPTOR']).state.acceptances).toHaveLength(1);
  });

  it('keeps who approved from paying where the county said so', () => {
    const paying = { voucherNo: '演示-1', paidOn: TODAY, by: FINANCE, at: NOW, today: TODAY };
    const instructing = { by: FINANCE, on: TODAY, today: TODAY };
    const pair = refusal('FUNDING_FOUR_EYES', { pair: 'APPROVER_PAYER' });

    expect(makePayment(anApprovedPayment(), paying).state.status).toBe('PAID');
    expect(() => makePayment(anApprovedPayment(), paying, ['APPROVER_PAYER'])).toThrow(pair);
    expect(() => instructPayment(anApprovedPayment(), instructing, ['APPROVER_PAYER'])).toThrow(pair);
    const another = { ...paying, by: 'yidu-treasury' };
    expect(makePayment(anApprovedPayment(), another, ['APPROVER_PAYER']).state.status).toBe('PAID');
  });
});
