import { describe, expect, it } from 'vitest';
import { type AuditEntry, correctionOf, putsRight } from './audit-entry.ts';

const entry = (changes: Partial<AuditEntry>): AuditEntry => ({
  id: 'x',
  service: 'station',
  at: new Date(0),
  outcome: 'DONE',
  operation: 'evaluateStation',
  actor: { role: null, regionCode: null, agencyId: null, workerId: null, subject: null },
  objectType: 'station-evaluation',
  objectId: 'sev_1',
  versionBefore: null,
  versionAfter: 1,
  events: ['qianshou.station.evaluated.v1'],
  changes: [{ field: 'grade', before: null, after: 'EXCELLENT' }],
  reason: null,
  code: null,
  correlationId: 'c',
  causationId: null,
  ...changes,
});
const later = (event: string, field: string, versionAfter = 2, objectType = 'station-evaluation') =>
  entry({
    events: [`qianshou.${event}.v1`],
    changes: [{ field, before: 'A', after: 'B' }],
    versionAfter,
    objectType,
  });

describe('the entry that puts right an earlier one', () => {
  it.each([
    ['station.evaluation-corrected', true],
    ['pairing.struck', true],
    ['station.policy-revised', true],
    ['station.opened', false],
    ['station.structure-planned', false],
  ])('is told by its event: %s %s', (event, does) => {
    expect(putsRight(later(event, 'grade'))).toBe(does);
  });

  it('is the first that changes again what was changed', () => {
    const ofOther = later('station.evaluation-corrected', 'score', 2);
    const first = later('station.evaluation-corrected', 'grade', 3);
    const second = later('station.evaluation-corrected', 'grade', 4);

    expect(correctionOf(entry({}), [ofOther, first, second])).toBe(first);
    expect(correctionOf(first, [ofOther, first, second])).toBe(second);
    expect(correctionOf(entry({}), [ofOther])).toBeNull();
  });

  it('is the one that strikes out the object as a whole, and not the one that strikes out a part of it', () => {
    const whole = later('station.evaluation-struck', 'struck');
    const part = later('station.activity-struck', 'activitiesHeld', 2, 'station');

    expect(correctionOf(entry({}), [whole])).toBe(whole);
    expect(correctionOf(entry({ objectType: 'station' }), [part])).toBeNull();
  });
});
