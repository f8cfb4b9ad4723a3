import { describe, expect, it } from 'vitest';
import {
  aCreditCode,
  anActivePairing,
  anAgencyId,
  aDispatchingAgency,
  aRecipientAgency,
  aSignedPairing,
  TODAY,
} from '../../../test/builders.ts';
import { A_TARGET_ID, aRecord, aWorkerId, day } from '../../../test/work-builders.ts';
import { type Registration, registerItself, suspend } from '../agency/agency.ts';
import { isMet, recordProgress, setTarget } from './pairing-target.ts';
import { strikeProgress } from './target-correction.ts';
import { nameTrainees, recordGrownAgency } from './recipient-growth.ts';

const aLocalAgency = (changed: Partial<Registration> = {}) =>
  aRecipientAgency({ id: anAgencyId(7), unifiedSocialCreditCode: aCreditCode(7), ...changed });

const refused = (code: string) => expect.objectContaining({ code });

describe('PAIR-10: naming trainees', () => {
  it('counts each person once, and tells how many', () => {
    const { state, events } = nameTrainees(anActivePairing(), [1, 2, 2].map(aWorkerId));

    expect(state.traineeIds).toEqual([aWorkerId(1), aWorkerId(2)]);
    expect(events).toMatchObject([{ traineesBefore: 0, trainees: 2 }]);
    expect(() => nameTrainees(aSignedPairing(), [])).toThrow(refused('PAIRING_WORK_CLOSED'));
  });
});

describe('PAIR-9: growing a local agency', () => {
  it('counts an agency of the county once, and none from elsewhere', () => {
    const { state } = recordGrownAgency(anActivePairing(), aLocalAgency(), null, { on: TODAY });

    expect(state.agenciesGrown).toHaveLength(1);
    expect(() => recordGrownAgency(state, aLocalAgency(), null, { on: TODAY })).toThrow(
      refused('AGENCY_NOT_GROWN_HERE'),
    );
    expect(() => recordGrownAgency(state, aDispatchingAgency(), null, { on: TODAY })).toThrow(
      refused('AGENCY_NOT_GROWN_HERE'),
    );
  });

  it.each([
    ['a company', aLocalAgency({ legalForm: 'COMPANY' }), 'AGENCY_NOT_SOCIAL_WORK'],
    ['a public institution', aLocalAgency({ legalForm: 'PUBLIC_INSTITUTION' }), 'AGENCY_NOT_SOCIAL_WORK'],
    [
      'an agency of another business',
      aLocalAgency({ mainBusinessIsSocialWork: false }),
      'AGENCY_NOT_SOCIAL_WORK',
    ],
    ['the recipient itself', aRecipientAgency(), 'AGENCY_GROWN_IS_PARTY'],
    ['a suspended one', suspend(aLocalAgency(), '演示').state, 'AGENCY_BARRED'],
    ['one that nobody confirmed', registerItself(aLocalAgency(), TODAY).state, 'AGENCY_UNVERIFIED'],
  ])('refuses %s', (_what, agency, code) => {
    expect(() => recordGrownAgency(anActivePairing(), agency, null, { on: TODAY })).toThrow(refused(code));
  });

  it('counts none that another pairing counts', () => {
    expect(() =>
      recordGrownAgency(anActivePairing(), aLocalAgency(), anActivePairing(), { on: TODAY }),
    ).toThrow(refused('AGENCY_GROWN_ELSEWHERE'));
  });
});

describe('targets of a pairing', () => {
  const setting = {
    taskGroup: 'BUILD_STATION',
    indicator: '建成社工站',
    unit: '个',
    targetValue: 5,
    dueOn: day('2026-12-31'),
  } as const;

  it('belong to a task group of the joint plan', () => {
    const set = setTarget(A_TARGET_ID, setting, anActivePairing(), aRecord());

    expect(set.state).toMatchObject({ achievedValue: 0, targetValue: 5 });
    expect(() =>
      setTarget(A_TARGET_ID, { ...setting, taskGroup: 'BUILD_SYSTEM' }, anActivePairing(), aRecord()),
    ).toThrow(refused('TARGET_OUTSIDE_PLAN'));
  });

  it('are met when their value is reached; the same value again is no news', () => {
    const { state } = setTarget(A_TARGET_ID, setting, anActivePairing(), aRecord());

    const reached = recordProgress(state, 5, TODAY);

    expect(isMet(reached.state)).toBe(true);
    expect(reached.events).toMatchObject([{ wasMet: false, isMet: true }]);
    expect(recordProgress(reached.state, 5, TODAY).events).toEqual([]);
    expect(() => recordProgress(state, -1, TODAY)).toThrow(refused('BAD_USER_INPUT'));
  });

  it('keep their entries: one that is struck out leaves what stood before it', () => {
    const { state } = setTarget(A_TARGET_ID, setting, anActivePairing(), aRecord());
    const three = recordProgress(state, 3, TODAY).state;
    const five = recordProgress(three, 5, TODAY).state;
    const mistake = { entryNo: 2, reason: '误登', today: TODAY };

    const { state: after, events } = strikeProgress(five, anActivePairing(), mistake);

    expect(after.achievedValue).toBe(3);
    expect(after.progress).toMatchObject([
      { struck: null },
      { achievedValue: 5, struck: { reason: '误登' } },
    ]);
    expect(events).toMatchObject([{ achievedValue: 3, wasMet: true, isMet: false }]);
    expect(() => strikeProgress(after, anActivePairing(), mistake)).toThrow(
      refused('TARGET_PROGRESS_STRUCK'),
    );
    expect(() => strikeProgress(after, anActivePairing(), { ...mistake, entryNo: 9 })).toThrow(
      refused('TARGET_PROGRESS_UNKNOWN'),
    );
  });
});
