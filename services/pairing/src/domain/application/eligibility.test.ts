import { regionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aDispatchingAgency, aRecipientAgency, aScheme, theParties, XIJI } from '../../../test/builders.ts';
import { strikeOff, suspend } from '../agency/agency.ts';
import { recipientKindOf, requireEligible } from './eligibility.ts';

const refusal = (code: string, details: object) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('two agencies that may be paired', () => {
  it('are accepted when every condition holds', () => {
    expect(() => requireEligible(theParties())).not.toThrow();
  });

  it.each(['DISPATCHING', 'RECIPIENT'])(
    'are refused when the %s one is not registered for its side',
    (side) => {
      const parties =
        side === 'DISPATCHING'
          ? theParties({ dispatching: aDispatchingAgency({ canDispatch: false }) })
          : theParties({ recipient: aRecipientAgency({ canReceive: false }) });

      expect(() => requireEligible(parties)).toThrow(refusal('AGENCY_LACKS_CAPABILITY', { side }));
    },
  );

  it('are refused under a scheme of other provinces, and the side is named', () => {
    const elsewhere = aScheme({ dispatchProvinceCode: regionCode('330000') });
    const nowhere = aScheme({ recipientProvinceCode: regionCode('630000') });

    expect(() => requireEligible(theParties({ scheme: elsewhere }))).toThrow(
      refusal('APPLICATION_OUTSIDE_SCHEME', { side: 'DISPATCHING', provinceCode: '350000' }),
    );
    expect(() => requireEligible(theParties({ scheme: nowhere }))).toThrow(
      refusal('APPLICATION_OUTSIDE_SCHEME', { side: 'RECIPIENT', provinceCode: '640000' }),
    );
  });
});

describe('PAIR-14: the two agencies are different and lie in different counties', () => {
  it('refuses an agency paired with itself', () => {
    const agency = aRecipientAgency({ canDispatch: true });

    expect(() => requireEligible(theParties({ dispatching: agency, recipient: agency }))).toThrow(
      refusal('PAIRING_PARTIES_NOT_APART', { rule: 'PAIR-14' }),
    );
  });

  it('refuses two agencies of one county', () => {
    const neighbour = aDispatchingAgency({ homeRegionCode: aRecipientAgency().homeRegionCode });

    expect(() => requireEligible(theParties({ dispatching: neighbour }))).toThrow(
      refusal('PAIRING_PARTIES_NOT_APART', { rule: 'PAIR-14' }),
    );
  });

  it('accepts two counties of one province', () => {
    const within = theParties({
      dispatching: aDispatchingAgency({ homeRegionCode: XIJI }),
      scheme: aScheme({ dispatchProvinceCode: regionCode('640000') }),
    });

    expect(() => requireEligible(within)).not.toThrow();
  });
});

describe('PAIR-4: the recipient is registered in the recipient county', () => {
  it('refuses a recipient of the county next to it', () => {
    expect(() => requireEligible(theParties({ countyCode: XIJI }))).toThrow(
      refusal('PAIRING_RECIPIENT_ELSEWHERE', {
        rule: 'PAIR-4',
        homeRegionCode: '640522',
        countyCode: '640422',
      }),
    );
  });

  it('refuses a recipient of the city above it, which may serve anywhere', () => {
    const ofTheCity = aRecipientAgency({ homeRegionCode: regionCode('640500') });

    expect(() => requireEligible(theParties({ recipient: ofTheCity }))).toThrow(
      refusal('PAIRING_RECIPIENT_ELSEWHERE', { rule: 'PAIR-4' }),
    );
  });

  it('leaves the dispatching agency free to work outside its own region', () => {
    const ofTheCity = aDispatchingAgency({ homeRegionCode: regionCode('350200') });

    expect(() => requireEligible(theParties({ dispatching: ofTheCity }))).not.toThrow();
  });
});

describe('PAIR-5: registered with civil affairs, social work as main business', () => {
  it.each(['COMPANY', 'PUBLIC_INSTITUTION'] as const)('refuses a dispatching %s', (legalForm) => {
    expect(() => requireEligible(theParties({ dispatching: aDispatchingAgency({ legalForm }) }))).toThrow(
      refusal('AGENCY_NOT_SOCIAL_WORK', { rule: 'PAIR-5' }),
    );
  });

  it('refuses an agency with another main business', () => {
    const recipient = aRecipientAgency({ mainBusinessIsSocialWork: false });

    expect(() => requireEligible(theParties({ recipient }))).toThrow(
      refusal('AGENCY_NOT_SOCIAL_WORK', { rule: 'PAIR-5', agencyId: recipient.id }),
    );
  });

  it('accepts a county service centre, a public institution, as the recipient', () => {
    const centre = aRecipientAgency({ legalForm: 'PUBLIC_INSTITUTION' });

    expect(() => requireEligible(theParties({ recipient: centre }))).not.toThrow();
    expect(recipientKindOf(centre)).toBe('COUNTY_SERVICE_CENTRE');
    expect(recipientKindOf(aRecipientAgency())).toBe('AGENCY');
  });
});

describe('PAIR-13: no pairing while suspended or struck off', () => {
  it.each([
    ['SUSPENDED', suspend],
    ['STRUCK_OFF', strikeOff],
  ] as const)('refuses an agency that is %s, on either side', (status, bar) => {
    const dispatching = bar(aDispatchingAgency(), '演示').state;
    const recipient = bar(aRecipientAgency(), '演示').state;

    expect(() => requireEligible(theParties({ dispatching }))).toThrow(
      refusal('AGENCY_BARRED', { rule: 'PAIR-13', agencyId: dispatching.id, status }),
    );
    expect(() => requireEligible(theParties({ recipient }))).toThrow(
      refusal('AGENCY_BARRED', { rule: 'PAIR-13', agencyId: recipient.id, status }),
    );
  });
});

describe('PAIR-13: no pairing in the year after an unqualified grade', () => {
  it.each(['dispatching', 'recipient'] as const)('refuses the %s agency in that year alone', (side) => {
    const agency = { dispatching: aDispatchingAgency(), recipient: aRecipientAgency() }[side];
    const barredIn = (year: number) => theParties({ [side]: { ...agency, barredYears: [year] } });

    expect(() => requireEligible(barredIn(2026))).toThrow(
      refusal('AGENCY_GRADED_UNQUALIFIED', { rule: 'PAIR-13', agencyId: agency.id, year: 2026 }),
    );
    expect(() => requireEligible(barredIn(2025))).not.toThrow();
  });
});
