import { describe, expect, it } from 'vitest';
import {
  A_PLAN,
  aDraftApplication,
  AN_APPLICATION_ID,
  aPairingId,
  aSubmittedApplication,
  NOW,
  theParties,
} from '../../../test/builders.ts';
import { accept, reject, requirePending } from './application-decision.ts';
import { awaitedSide, confirm, propose, proposeForBoth } from './pairing-application.ts';
import { decidingProvince } from './policy.ts';

const decision = { pairingId: aPairingId(5), reviewOpinion: null, at: NOW };

describe('PAIR-6: both sides hand in one joint plan, the province decides', () => {
  it('is a draft that waits for the other side', () => {
    const { state, events } = propose(AN_APPLICATION_ID, A_PLAN, theParties(), { proposedBy: 'DISPATCHING' });

    expect(state).toMatchObject({ status: 'DRAFT', submittedAt: null });
    expect(awaitedSide(state)).toBe('RECIPIENT');
    expect(events).toEqual([
      expect.objectContaining({ type: 'application.drafted', proposedBy: 'DISPATCHING' }),
    ]);
  });

  it('is submitted when the other side confirms it, once', () => {
    const { state, events } = confirm(aDraftApplication('RECIPIENT'), NOW);

    expect(state).toMatchObject({ status: 'SUBMITTED', submittedAt: NOW });
    expect(events).toEqual([{ type: 'application.submitted', applicationId: state.id }]);
    expect(() => confirm(state, NOW)).toThrow(expect.objectContaining({ code: 'APPLICATION_NOT_DRAFT' }));
  });

  it('is submitted at once when the province hands in for both', () => {
    const { state, events } = proposeForBoth(AN_APPLICATION_ID, A_PLAN, theParties(), {
      papers: [],
      at: NOW,
    });

    expect(state.status).toBe('SUBMITTED');
    expect(events.map(({ type }) => type)).toEqual(['application.drafted', 'application.submitted']);
  });

  it('is decided by the province of the county, over what both sides handed in', () => {
    expect(decidingProvince(aSubmittedApplication())).toBe('640000');
    expect(() => requirePending(aDraftApplication())).toThrow(
      expect.objectContaining({
        code: 'APPLICATION_NOT_SUBMITTED',
        details: { rule: 'PAIR-6', status: 'DRAFT' },
      }),
    );
  });

  it('is decided once', () => {
    const matched = accept(aSubmittedApplication(), decision).state;
    const rejected = reject(aSubmittedApplication(), '演示:名额有限', NOW).state;

    expect(() => requirePending(matched)).toThrow(
      expect.objectContaining({ code: 'APPLICATION_NOT_SUBMITTED' }),
    );
    expect(() => requirePending(rejected)).toThrow(
      expect.objectContaining({ code: 'APPLICATION_NOT_SUBMITTED' }),
    );
  });
});

describe('accepting an application', () => {
  it('names the pairing that came of it', () => {
    const { state, events } = accept(aSubmittedApplication(), decision);

    expect(state).toMatchObject({ status: 'MATCHED', decidedAt: NOW, pairingId: decision.pairingId });
    expect(events).toEqual([expect.objectContaining({ outcome: 'MATCHED', pairingId: decision.pairingId })]);
  });
});

describe('rejecting an application', () => {
  it('tells the outcome and keeps the opinion', () => {
    const { state, events } = reject(aSubmittedApplication(), '演示:名额有限', NOW);

    expect(state).toMatchObject({ status: 'REJECTED', reviewOpinion: '演示:名额有限', pairingId: null });
    expect(events).toEqual([expect.objectContaining({ outcome: 'REJECTED', pairingId: null })]);
  });

  it('is refused without an opinion', () => {
    expect(() => reject(aSubmittedApplication(), '', NOW)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});

describe('the joint plan', () => {
  it('names its task groups, each once, in the order of the plan', () => {
    const taskGroups = ['TRAIN_TALENT', 'BUILD_STATION', 'TRAIN_TALENT'] as const;

    expect(aSubmittedApplication({ taskGroups }).taskGroups).toEqual(['BUILD_STATION', 'TRAIN_TALENT']);
  });

  it('is refused without a task group or without a text', () => {
    expect(() => aSubmittedApplication({ taskGroups: [] })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
    expect(() => aSubmittedApplication({ jointPlan: ' ' })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
