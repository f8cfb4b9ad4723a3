import { creditCodeAsIssued } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aDispatchingAgency,
  aRecipientAgency,
  aRegistration,
  theParties,
  TODAY,
} from '../../../test/builders.ts';
import { register, registerItself, revise, strikeOff, suspend } from './agency.ts';
import { confirm, creditCodeWarning, enterOver, refuse, requireVerified } from './agency-verification.ts';
import { requireEligible } from '../application/eligibility.ts';

const refused = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const unverified = () => registerItself(aRegistration(1), TODAY).state;
/** Of the shape of a code, with a check character that does not fit. */
const ODD = creditCodeAsIssued('523502030000000019');

describe('an agency that registers itself', () => {
  it('waits for its home authority, and says so', () => {
    const { state, events } = registerItself(aRegistration(1), TODAY);

    expect(state).toMatchObject({ status: 'UNVERIFIED', statusReason: null });
    expect(events).toMatchObject([{ type: 'agency.registered' }]);
  });

  it('is confirmed once, and the change is told with where it comes from', () => {
    const { state, events } = confirm(unverified(), '演示:证书已核对');

    expect(state.status).toBe('ACTIVE');
    expect(events).toMatchObject([{ status: 'ACTIVE', statusBefore: 'UNVERIFIED' }]);
    expect(() => confirm(state, null)).toThrow(refused('AGENCY_STATUS_UNFIT'));
  });

  it('is refused with a reason, and confirmed after all where that was a mistake', () => {
    const { state, events } = refuse(unverified(), '演示:查无此机构');

    expect(state).toMatchObject({ status: 'REFUSED', statusReason: '演示:查无此机构' });
    expect(events).toMatchObject([{ status: 'REFUSED', statusBefore: 'UNVERIFIED' }]);
    expect(confirm(state, null).state.status).toBe('ACTIVE');
    expect(() => refuse(state, '演示')).toThrow(refused('AGENCY_STATUS_UNFIT'));
    expect(() => revise(state, state)).toThrow(refused('AGENCY_STATUS_UNFIT'));
  });

  it.each([
    ['suspended', () => suspend(unverified(), '演示')],
    ['struck off', () => strikeOff(unverified(), '演示')],
  ])('is not %s: there is nothing yet to take away', (_what, decide) => {
    expect(decide).toThrow(refused('AGENCY_STATUS_UNFIT', { status: 'UNVERIFIED' }));
  });

  it.each(['dispatching', 'recipient'] as const)('is paired on no side: not as the %s', (side) => {
    const agency = side === 'dispatching' ? aDispatchingAgency() : aRecipientAgency();
    const parties = theParties({ [side]: registerItself(agency, TODAY).state });

    expect(() => requireEligible(parties)).toThrow(refused('AGENCY_UNVERIFIED'));
    expect(() => requireVerified(parties[side])).toThrow(refused('AGENCY_UNVERIFIED'));
  });

  it('gives way to what the authority enters itself, under its own id', () => {
    const { state, events } = enterOver(unverified(), aRegistration(1, { name: '演示:证书上的名称' }), TODAY);

    expect(state).toMatchObject({ id: unverified().id, status: 'ACTIVE', name: '演示:证书上的名称' });
    expect(events).toMatchObject([{ type: 'agency.registered', name: '演示:证书上的名称' }]);
  });
});

describe('a credit code whose check character does not fit', () => {
  const odd = { unifiedSocialCreditCode: ODD };

  it('is taken from a bureau that says why, and warns whoever reads it', () => {
    const { state } = register(aRegistration(1, { ...odd, creditCodeReason: '证书原件即为此代码' }), TODAY);

    expect(state.creditCodeReason).toBe('证书原件即为此代码');
    expect(creditCodeWarning('演示')).toMatchObject({ rule: 'GB-32100' });
  });

  it('is refused without a reason, and from an agency itself with one, too', () => {
    const reasoned = aRegistration(1, { ...odd, creditCodeReason: '我们的证书如此' });

    for (const decide of [
      () => register(aRegistration(1, odd), TODAY),
      () => registerItself(reasoned, TODAY),
    ])
      expect(decide).toThrow(refused('BAD_USER_INPUT', { field: 'unifiedSocialCreditCode' }));
  });

  it('is not asked about where the character fits', () => {
    const { state } = register(aRegistration(1, { creditCodeReason: '演示' }), TODAY);

    expect(state.creditCodeReason).toBeNull();
  });
});
