import { describe, expect, it } from 'vitest';
import {
  aDispatchingAgency,
  aDraftApplication,
  aPairingId,
  aScheme,
  aSubmittedApplication,
  anOpenPhase,
  HAIYUAN,
  NOW,
  theMatchingFacts,
} from '../../../test/builders.ts';
import { suspend } from '../agency/agency.ts';
import { match } from './matching.ts';
import { closePhase } from '../scheme/programme-phase.ts';
import { listAsKey, newCounty } from '../county/recipient-county.ts';

const refusal = (code: string, rule: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ rule }) });

describe('matching an application', () => {
  it('accepts it, takes a place of the scheme, and pairs the agencies', () => {
    const decision = match(aSubmittedApplication(), theMatchingFacts({ reviewOpinion: '演示:同意' }));

    expect(decision.application.state).toMatchObject({
      status: 'MATCHED',
      reviewOpinion: '演示:同意',
      pairingId: aPairingId(5),
    });
    expect(decision.scheme.state.accepted).toBe(1);
    expect(decision.pairing.state).toMatchObject({
      id: aPairingId(5),
      countyCode: HAIYUAN,
      recipientKind: 'AGENCY',
      mode: 'CROSS_PROVINCE',
      taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'],
      matchedAt: NOW,
    });
  });

  it('numbers the pairings of a county within the year', () => {
    expect(match(aSubmittedApplication(), theMatchingFacts({ earlierInYear: 2 })).pairing.state.pairNo).toBe(
      '2026-640522-3',
    );
  });

  it('takes the tier from the county', () => {
    const county = listAsKey(newCounty(HAIYUAN), 'https://example.org/list').state;

    expect(match(aSubmittedApplication(), theMatchingFacts({ county })).pairing.state.countyTier).toBe(
      'KEY_COUNTY',
    );
    expect(match(aSubmittedApplication(), theMatchingFacts()).pairing.state.countyTier).toBe('OTHER');
  });

  it('is refused for a draft', () => {
    expect(() => match(aDraftApplication(), theMatchingFacts())).toThrow(
      refusal('APPLICATION_NOT_SUBMITTED', 'PAIR-6'),
    );
  });

  it('PAIR-1: is refused when an agency has an open pairing in the year', () => {
    const open = { DISPATCHING: { id: aPairingId(9), pairNo: '2026-420581-9' }, RECIPIENT: null };

    expect(() => match(aSubmittedApplication(), theMatchingFacts({ open }))).toThrow(
      refusal('AGENCY_ALREADY_PAIRED', 'PAIR-1'),
    );
  });

  it('PAIR-3: is refused for a year that no open phase reaches', () => {
    const phases = [closePhase(anOpenPhase()).state];

    expect(() => match(aSubmittedApplication(), theMatchingFacts({ phases }))).toThrow(
      refusal('PAIRING_OUTSIDE_OPEN_PHASE', 'PAIR-3'),
    );
  });

  it('PAIR-7: is refused when the quota is used up', () => {
    const scheme = { ...aScheme(), accepted: 5 };

    expect(() => match(aSubmittedApplication(), theMatchingFacts({ scheme }))).toThrow(
      refusal('SCHEME_QUOTA_EXHAUSTED', 'PAIR-7'),
    );
  });

  it('PAIR-13: is refused when an agency was barred after it applied', () => {
    const dispatching = suspend(aDispatchingAgency(), '演示').state;

    expect(() => match(aSubmittedApplication(), theMatchingFacts({ dispatching }))).toThrow(
      refusal('AGENCY_BARRED', 'PAIR-13'),
    );
  });
});
