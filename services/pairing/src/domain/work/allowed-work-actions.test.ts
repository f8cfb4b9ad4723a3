import { calendarDate, publicText } from '@qianshou/kernel';
import { inRegion } from '@qianshou/testing';
import { describe, expect, it } from 'vitest';
import {
  aCompletedPairing,
  anActivePairing,
  aSuspendedPairing,
  HAIYUAN,
  TODAY,
} from '../../../test/builders.ts';
import { A_TARGET_ID, aRecord } from '../../../test/work-builders.ts';
import { actionsOnTarget } from './allowed-work-actions.ts';
import type { PairingTarget } from './pairing-target.ts';

const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN);
const entry = { no: 1, achievedValue: 2, recordedOn: calendarDate('2026-05-01'), struck: null };
const target = (entries: number): PairingTarget => ({
  ...aRecord(),
  id: A_TARGET_ID,
  version: 1,
  taskGroup: 'BUILD_STATION',
  indicator: publicText('建成社工站', 'indicator'),
  unit: publicText('个', 'unit'),
  targetValue: 5,
  achievedValue: 2,
  progress: Array.from({ length: entries }, (_, at) => ({ ...entry, no: at + 1 })),
  dueOn: calendarDate('2026-12-31'),
});

describe('what is offered of a target', () => {
  it('is striking out an entry as long as the pairing is not over, also while it rests', () => {
    expect(
      actionsOnTarget(bureau, target(1), { pairing: anActivePairing(), today: TODAY, days: 7 }),
    ).toContain('STRIKE_PROGRESS');
    expect(
      actionsOnTarget(bureau, target(1), { pairing: aSuspendedPairing(), today: TODAY, days: 7 }),
    ).toContain('STRIKE_PROGRESS');
    expect(
      actionsOnTarget(bureau, target(1), { pairing: aCompletedPairing(), today: TODAY, days: 7 }),
    ).not.toContain('STRIKE_PROGRESS');
    expect(
      actionsOnTarget(bureau, target(0), { pairing: anActivePairing(), today: TODAY, days: 7 }),
    ).not.toContain('STRIKE_PROGRESS');
  });

  it('is an entry more until the list is full', () => {
    expect(
      actionsOnTarget(bureau, target(499), { pairing: anActivePairing(), today: TODAY, days: 7 }),
    ).toContain('RECORD_PROGRESS');
    expect(
      actionsOnTarget(bureau, target(500), { pairing: anActivePairing(), today: TODAY, days: 7 }),
    ).not.toContain('RECORD_PROGRESS');
  });
});
