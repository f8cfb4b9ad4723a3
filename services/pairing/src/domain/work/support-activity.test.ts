import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, aPairingInEvaluation, TODAY } from '../../../test/builders.ts';
import { AN_ACTIVITY_ID, anActivityEntry, aRecord, day } from '../../../test/work-builders.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { type ActivityEntry, logActivity, strikeActivity } from './support-activity.ts';

const log = (changed: Partial<ActivityEntry> = {}, pairing: Pairing = anActivePairing()) =>
  logActivity(AN_ACTIVITY_ID, pairing, anActivityEntry(changed), { record: aRecord(), today: TODAY });
const refused = (code: string, field?: string) =>
  expect.objectContaining({
    code,
    details: expect.objectContaining(field === undefined ? {} : { field }),
  });

describe('PAIR-11: logging a support activity', () => {
  it('carries a task group, counts, and where it can be found', () => {
    const { state } = log();

    expect(state).toMatchObject({
      taskGroup: 'TRAIN_TALENT',
      participants: 24,
      regions: ['640522', '640500', '640000', '000000'],
    });
    expect(state.audience).toContain('350000');
  });

  it('is possible until the pairing is judged, for bureaus write up afterwards', () => {
    expect(log({}, aPairingInEvaluation()).events).toHaveLength(1);
    expect(() => log({}, aCompletedPairing())).toThrow(refused('PAIRING_WORK_CLOSED'));
  });

  it.each([
    ['before the pairing', '2026-02-28', 'PAIRING_WORK_OUTSIDE_SPAN'],
    ['in the future', '2026-07-01', 'PAIRING_DATES_INVALID'],
  ])('is refused %s', (_, heldOn, code) => {
    expect(() => log({ heldOn: day(heldOn) })).toThrow(refused(code, 'heldOn'));
  });

  it.each([0, -1, 0.25, 241, Number.NaN])('refuses %s hours', (hours) => {
    expect(() => log({ hours })).toThrow(refused('BAD_USER_INPUT', 'hours'));
  });

  it.each([
    'http://example.org/a',
    'javascript:alert(1)',
    'https://user@example.org',
    'https://localhost',
    'https://example.org/<script>',
    '//example.org',
  ])('refuses the link %s', (url) => {
    expect(() => log({ evidenceUrls: [url] })).toThrow(refused('BAD_USER_INPUT', 'evidenceUrls'));
  });
});

describe('striking an activity out', () => {
  const mistake = { reason: '误登', today: TODAY };

  it('keeps it with its reason, once', () => {
    const { state, events } = strikeActivity(log().state, anActivePairing(), mistake);

    expect(state).toMatchObject({ participants: 24, struck: { on: TODAY, reason: '误登' } });
    expect(events).toEqual([{ type: 'activity.struck', activityId: state.id, verdictBefore: null }]);
    expect(() => strikeActivity(state, anActivePairing(), mistake)).toThrow(refused('ACTIVITY_STRUCK'));
  });

  it('is refused once the pairing is over: what it was judged by stays', () => {
    expect(() => strikeActivity(log().state, aCompletedPairing(), mistake)).toThrow(
      refused('PAIRING_WORK_CLOSED'),
    );
  });
});
