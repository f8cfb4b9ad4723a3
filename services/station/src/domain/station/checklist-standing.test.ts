import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aMember,
  anActivity,
  anId,
  anOperatingStation,
  aPassedStation,
  aPlannedStation,
  TODAY,
} from '../../../test/builders.ts';
import { followHaves } from './checklist-standing.ts';
import { HAVES } from '../reference/haves.ts';
import type { Activity } from './activity.ts';
import type { Station } from './station.ts';
import { closeStation } from './station-life-cycle.ts';
import { addStaff, logActivity, removeStaff, strikeActivity } from './station-preparation.ts';

const SIX = [...HAVES, 'EQUIPMENT'] as const;
const unchanged = (state: Station) => ({ state, events: [] });
const told = (state: Station, checklist: readonly (typeof SIX)[number][] = HAVES) =>
  followHaves(unchanged(state), checklist).events;
const complete = anOperatingStation({ havesComplete: true });

describe('STA-2 having the whole checklist', () => {
  it('is told when the last have comes, and once', () => {
    const first = followHaves(unchanged(anOperatingStation()), HAVES);

    expect(first.events).toEqual([{ type: 'station.havesChanged', complete: true, missing: [] }]);
    expect(followHaves(unchanged(first.state), HAVES).events).toEqual([]);
  });

  it('is told with what is missing when a have goes, after what took it', () => {
    const left = removeStaff(complete, anId('pst', 2));

    expect(followHaves(left, HAVES).events.slice(1)).toEqual([
      { type: 'station.havesChanged', complete: false, missing: ['STAFF'] },
    ]);
  });

  it('is nothing to tell of while some are missing anyhow', () => {
    expect(followHaves(addStaff(aPlannedStation(), aMember('RESIDENT', 2)), HAVES).events).toHaveLength(1);
  });

  it('asks what only a checker sees of the latest check', () => {
    const [check] = aPassedStation().checks;
    const seen = check && {
      ...check,
      items: [...check.items, { have: 'EQUIPMENT', met: true, finding: null }],
    };

    expect(told(complete, SIX)).toEqual([
      { type: 'station.havesChanged', complete: false, missing: ['EQUIPMENT'] },
    ]);
    expect(told({ ...complete, checks: seen ? [seen as never] : [] }, SIX)).toEqual([]);
  });

  it('ends with the station, which says whether it counted', () => {
    const closed = followHaves(
      closeStation(complete, { reason: publicText('x', 'reason'), on: TODAY }, TODAY),
      HAVES,
    );

    expect(closed.state.havesComplete).toBe(false);
    expect(closed.events).toEqual([
      { type: 'station.closed', from: 'OPERATING', closedOn: TODAY, wasOverdue: false, hadAllHaves: true },
    ]);
  });
});

describe('STA-2 an activity logged by mistake', () => {
  const mistake = { activityId: anId('sac', 1), reason: publicText('误登', 'reason'), evidence: null };
  const withCode = (code: string) => expect.objectContaining({ code });

  const asOf = (struck: Activity['struck']) => ({ activity: { ...anActivity, struck }, today: TODAY });
  const unstruck = asOf(null);

  it('is struck out with its reason, stays on record and counts no more', () => {
    const change = strikeActivity(complete, mistake, unstruck);
    const { state } = followHaves(change, HAVES);

    expect(change.struck).toMatchObject({ struck: { on: TODAY, reason: publicText('误登', 'reason') } });
    expect(state.activitiesHeld).toBe(0);
    expect(state.havesComplete).toBe(false);
  });

  it('is made good by another one', () => {
    const struck = strikeActivity(complete, mistake, unstruck).state;
    const activity = { heldOn: TODAY, participants: 5 };

    expect(followHaves(logActivity(struck, activity, TODAY), HAVES).state.havesComplete).toBe(true);
  });

  it('is struck once, and only where it is', () => {
    const struck = strikeActivity(complete, mistake, unstruck).state;

    const again = asOf({ on: TODAY, reason: publicText('误登', 'reason') });
    expect(() => strikeActivity(struck, mistake, again)).toThrow(withCode('STATION_ACTIVITY_STRUCK'));
    expect(() =>
      strikeActivity(complete, { ...mistake, activityId: anId('sac', 9) }, { activity: null, today: TODAY }),
    ).toThrow(withCode('STATION_ACTIVITY_NOT_FOUND'));
  });
});
