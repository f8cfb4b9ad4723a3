import { describe, expect, it } from 'vitest';
import {
  A_PLAN,
  A_SPAN,
  AN_AGREEMENT,
  AN_APPLICATION_ID,
  anActivePairing,
  aPairingId,
  aScheme,
  aSignedPairing,
  theMatchingFacts,
  TODAY,
} from '../../../test/builders.ts';
import { takeOverPairing } from './take-over.ts';

const past = {
  applicationId: AN_APPLICATION_ID,
  pairingId: aPairingId(5),
  plan: A_PLAN,
  agreement: AN_AGREEMENT,
  span: A_SPAN,
};
const ground = { ...theMatchingFacts(), today: TODAY };

describe('taking over a pairing', () => {
  it('comes to the same as making it step by step', () => {
    const { application, pairing, scheme } = takeOverPairing(past, ground);

    expect(pairing.state).toEqual({ ...anActivePairing(), version: 0 });
    expect(pairing.events.map(({ type }) => type)).toEqual([
      'pairing.matched',
      'pairing.signed',
      'pairing.activated',
    ]);
    expect(application.state).toMatchObject({ status: 'MATCHED', pairingId: past.pairingId });
    expect(application.events.map(({ type }) => type)).toEqual([
      'application.drafted',
      'application.submitted',
      'application.decided',
    ]);
    expect(scheme.state.accepted).toBe(1);
  });

  it('ends with the signature while the work has not begun', () => {
    const { pairing } = takeOverPairing({ ...past, span: null }, ground);

    expect(pairing.state).toEqual({ ...aSignedPairing(), version: 0 });
  });

  it.each([
    [
      'PAIR-1',
      { open: { DISPATCHING: { id: aPairingId(9), pairNo: '2026-420581-9' }, RECIPIENT: null } },
      'AGENCY_ALREADY_PAIRED',
    ],
    ['PAIR-3', { phases: [] }, 'PAIRING_OUTSIDE_OPEN_PHASE'],
    ['PAIR-7', { scheme: { ...aScheme(), accepted: 5 } }, 'SCHEME_QUOTA_EXHAUSTED'],
  ])('%s holds for the past as well', (_rule, changed, code) => {
    expect(() => takeOverPairing(past, { ...ground, ...changed })).toThrow(expect.objectContaining({ code }));
  });
});
