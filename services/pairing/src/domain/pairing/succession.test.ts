import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCompletedPairing,
  aDispatchingAgency,
  anActivePairing,
  anAgencyId,
  anOpenPhase,
  aPairingId,
  aScheme,
  NOW,
  theMatchingFacts,
} from '../../../test/builders.ts';
import { takePlace } from '../scheme/cooperation-scheme.ts';
import { handOver, renew } from './succession.ts';

const successor = { pairingId: aPairingId(20), at: NOW };
const nextYear = () => theMatchingFacts({ scheme: aScheme({ year: 2027 }) });
const refused = (code: string) => expect.objectContaining({ code });

describe('renewing a completed pairing', () => {
  it('pairs the same two again, names where it comes from, and takes a place of the new scheme', () => {
    const earlier = aCompletedPairing();

    const { pairing, scheme } = renew(earlier, nextYear(), successor);

    expect(pairing.state).toMatchObject({
      id: successor.pairingId,
      status: 'MATCHED',
      renewedFromId: earlier.id,
      handedOverFromId: null,
      applicationId: earlier.applicationId,
      cycleYear: 2027,
      pairNo: '2027-640522-1',
    });
    expect(scheme.state.accepted).toBe(1);
  });

  it('is refused while the pairing is not completed', () => {
    expect(() => renew(anActivePairing(), nextYear(), successor)).toThrow(refused('PAIRING_NOT_COMPLETED'));
  });

  it('PAIR-7 is refused beyond the quota', () => {
    const full = takePlace(aScheme({ year: 2027, quota: 1 })).state;

    expect(() => renew(aCompletedPairing(), theMatchingFacts({ scheme: full }), successor)).toThrow(
      refused('SCHEME_QUOTA_EXHAUSTED'),
    );
  });

  it('PAIR-1, 3, 13 hold as for a first pairing', () => {
    const taken = { DISPATCHING: { id: aPairingId(9), pairNo: '2026-420581-9' }, RECIPIENT: null };
    const closed = { ...anOpenPhase(), status: 'CLOSED' as const };
    const barred = {
      ...aDispatchingAgency(),
      status: 'SUSPENDED' as const,
      statusReason: publicText('演示', 'statusReason'),
    };

    expect(() => renew(aCompletedPairing(), { ...nextYear(), open: taken }, successor)).toThrow(
      refused('AGENCY_ALREADY_PAIRED'),
    );
    expect(() => renew(aCompletedPairing(), { ...nextYear(), phases: [closed] }, successor)).toThrow(
      refused('PAIRING_OUTSIDE_OPEN_PHASE'),
    );
    expect(() => renew(aCompletedPairing(), { ...nextYear(), dispatching: barred }, successor)).toThrow(
      refused('AGENCY_BARRED'),
    );
  });
});

describe('handing a county over to another agency', () => {
  it('makes a linked pairing in the same county, and takes no new place', () => {
    const earlier = anActivePairing();
    const facts = theMatchingFacts({ dispatching: aDispatchingAgency({ id: anAgencyId(30) }) });

    const { state } = handOver(earlier, facts, successor);

    expect(state).toMatchObject({
      handedOverFromId: earlier.id,
      renewedFromId: null,
      dispatchingAgencyId: anAgencyId(30),
      recipientAgencyId: earlier.recipientAgencyId,
      countyCode: earlier.countyCode,
    });
  });

  it('is refused to the agency that leaves', () => {
    expect(() => handOver(anActivePairing(), theMatchingFacts(), successor)).toThrow(
      refused('PAIRING_HANDED_OVER_TO_SAME'),
    );
  });
});
