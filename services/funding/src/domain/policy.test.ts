import { type Actor, type Grant, regionCode, type Role, ROLES } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anApprovedPayment,
  anApprovedPlan,
  anAgencyId,
  aRequestedPayment,
  aSubmittedPlan,
  BUREAU,
  ELSEWHERE,
  FINANCE,
  YIDU,
  TODAY,
} from '../../test/builders.ts';
import { allowedBudgetActions, allowedPaymentActions } from './allowed-actions.ts';
import { canDecide, canSpend, maySeePayment, maySeePlan, scopeOf } from './policy.ts';

const holder = (grant: Grant, subject = 'somebody'): Actor => ({ subject, grants: [grant] });
const inYidu = (role: Role, subject?: string): Actor => holder({ role, region: YIDU }, subject);
const rolesThat = (may: (actor: Actor) => boolean): readonly Role[] =>
  ROLES.filter((role) => may(inYidu(role)));

describe('who holds the fund', () => {
  it('is the bureau that spends and finance that decides, each in its own county', () => {
    expect(rolesThat((actor) => canSpend(actor, YIDU))).toEqual(['COUNTY_CIVIL_AFFAIRS']);
    expect(rolesThat((actor) => canDecide(actor, YIDU))).toEqual(['FINANCE_AUDITOR']);
    expect(canSpend(inYidu('COUNTY_CIVIL_AFFAIRS'), ELSEWHERE)).toBe(false);
    expect(canDecide(holder({ role: 'FINANCE_AUDITOR' }), YIDU)).toBe(false);
  });
});

describe('who sees plans and payments', () => {
  const readers = ['ADMIN', 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'FINANCE_AUDITOR', 'ANALYST'];

  it('is those who answer for them, from the region or above', () => {
    expect(rolesThat((actor) => maySeePlan(actor, anApprovedPlan()))).toEqual(readers);
    expect(rolesThat((actor) => maySeePayment(actor, aRequestedPayment()))).toEqual(readers);
    const province = holder({ role: 'PROVINCE_AUTHORITY', region: regionCode('420000') });
    expect(maySeePlan(province, anApprovedPlan())).toBe(true);
    expect(maySeePlan(holder({ role: 'ANALYST', region: ELSEWHERE }), anApprovedPlan())).toBe(false);
  });

  it('is the payee as well, of its own payments', () => {
    const manager = (agencyId: string) => holder({ role: 'AGENCY_MANAGER', agencyId });

    expect(maySeePayment(manager(anAgencyId()), aRequestedPayment())).toBe(true);
    expect(maySeePayment(manager(anAgencyId(2)), aRequestedPayment())).toBe(false);
    expect(maySeePlan(manager(anAgencyId()), anApprovedPlan())).toBe(false);
    expect(scopeOf(manager(anAgencyId()))).toEqual({ regions: [], agencyIds: [anAgencyId()] });
    expect(scopeOf(inYidu('ADMIN'))).toBeNull();
  });
});

describe('FUN-10 what a screen offers', () => {
  it('leaves out what the asker would be refused', () => {
    const plan = aSubmittedPlan();

    expect(allowedBudgetActions(inYidu('FINANCE_AUDITOR', FINANCE), plan, TODAY)).toEqual([
      'APPROVE_BUDGET',
      'REJECT_BUDGET',
      'OPEN_PROVISIONAL_SPENDING',
    ]);
    expect(allowedBudgetActions(inYidu('FINANCE_AUDITOR', BUREAU), plan, TODAY)).toEqual([]);
    expect(allowedPaymentActions(inYidu('FINANCE_AUDITOR', FINANCE), anApprovedPayment())).toEqual([
      'INSTRUCT_PAYMENT',
      'MAKE_PAYMENT',
      'RETURN_PAYMENT',
    ]);
    expect(allowedPaymentActions(inYidu('FINANCE_AUDITOR', BUREAU), aRequestedPayment())).toEqual([
      'RETURN_PAYMENT',
    ]);
  });
});
