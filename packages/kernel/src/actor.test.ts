import { describe, expect, it } from 'vitest';
import { type Actor, actsFor, actsForAgency, hasRole, isWorker, PUBLIC_ACTOR } from './actor.ts';
import type { RegionCode } from './region-code.ts';

const code = (text: string) => text as RegionCode;
const bureau: Actor = { subject: 'b', grants: [{ role: 'COUNTY_CIVIL_AFFAIRS', region: code('420581') }] };

describe('what a grant covers', () => {
  it.each([
    ['420581', true],
    ['420581104', true],
    ['420582', false],
    ['420500', false],
    ['000000', false],
  ])('a county bureau acts for %s: %s', (region, expected) => {
    expect(actsFor(bureau, ['COUNTY_CIVIL_AFFAIRS'], code(region))).toBe(expected);
  });

  it('is nothing for another role, and nothing without a region', () => {
    const anywhere: Actor = { subject: 'b', grants: [{ role: 'COUNTY_CIVIL_AFFAIRS' }] };

    expect(actsFor(bureau, ['FINANCE_AUDITOR'], code('420581'))).toBe(false);
    expect(actsFor(anywhere, ['COUNTY_CIVIL_AFFAIRS'], code('420581'))).toBe(false);
  });

  it('is the agency or the worker that it names', () => {
    const both: Actor = {
      subject: 'x',
      grants: [
        { role: 'AGENCY_MANAGER', agencyId: 'agy_1' },
        { role: 'SOCIAL_WORKER', workerId: 'wkr_1' },
      ],
    };

    expect([actsForAgency(both, 'agy_1'), actsForAgency(both, 'agy_2')]).toEqual([true, false]);
    expect([isWorker(both, 'wkr_1'), isWorker(both, 'wkr_2')]).toEqual([true, false]);
    expect(actsForAgency(bureau, 'agy_1')).toBe(false);
  });

  it('is only PUBLIC for whoever brings no token', () => {
    expect(hasRole(PUBLIC_ACTOR, ['PUBLIC'])).toBe(true);
    expect(hasRole(PUBLIC_ACTOR, ['ADMIN'])).toBe(false);
  });
});
