import type { EventData, EventTypeOf, KnownEvent } from '@qianshou/events';
import { definitionOf } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { foldPairingEvent } from '../figures.ts';

type PairingType = EventTypeOf<'pairing'>;

/** The event as its catalogue shows it, with some of its data changed. */
function folded<Type extends PairingType>(type: Type, changes: Partial<EventData<Type>> = {}) {
  const data = { ...definitionOf(type)?.example, ...changes };
  return foldPairingEvent({ type, data, time: '2026-06-30T02:00:00Z' } as unknown as KnownEvent<PairingType>);
}

const SCHEME = 'sch_01900000-0000-7000-8000-000000000003';

describe('the figures of work', () => {
  it('are kept of all time for the region, and of the year for region and scheme', () => {
    expect(folded('qianshou.pairing.dispatch-started.v1')).toEqual([
      { regionCode: '640522', figures: { workersPresent: 1, workersSent: 1 } },
      {
        regionCode: '640522',
        period: '2026',
        subject: SCHEME,
        figures: { workersPresent: 1, workersSent: 1 },
      },
    ]);
  });

  it('count a worker once a year', () => {
    expect(folded('qianshou.pairing.dispatch-started.v1', { firstOfYear: false })[0]?.figures).toEqual({
      workersPresent: 1,
      workersSent: 0,
    });
    expect(folded('qianshou.pairing.dispatch-ended.v1')[0]?.figures).toEqual({
      workersPresent: -1,
      workingDays: 20,
      workersReachingDays: 1,
    });
  });

  it('count who reaches the 40 days of the 2018 rule once, and not from facts that do not say', () => {
    const ended = (workerDaysBefore?: number, workerDays?: number) =>
      folded('qianshou.pairing.dispatch-ended.v1', { workerDaysBefore, workerDays })[0]?.figures[
        'workersReachingDays'
      ];

    expect([ended(20, 39), ended(20, 40), ended(40, 60), ended()]).toEqual([0, 1, 0, 0]);
  });

  it('take back what was struck out', () => {
    const plus = folded('qianshou.pairing.activity-logged.v1');
    const minus = folded('qianshou.pairing.activity-struck.v1');
    const sums = Object.entries(plus[0]?.figures ?? {}).map(
      ([name, value]) => Number(value) + Number(minus[0]?.figures[name]),
    );

    expect(new Set(sums)).toEqual(new Set([0]));
    expect(minus[1]).toMatchObject({ period: '2026', subject: SCHEME });
    expect(folded('qianshou.pairing.dispatch-struck.v1')[0]?.figures).toEqual({
      workersPresent: -0,
      workersSent: -0,
      workingDays: -20,
      workersReachingDays: -1,
    });
    expect(folded('qianshou.pairing.target-progress-struck.v1')[0]?.figures).toEqual({
      'targetsMet:BUILD_STATION': -1,
    });
  });

  it('count a report once, however often it is handed in', () => {
    const late = { late: true, again: false };

    expect(folded('qianshou.pairing.report-submitted.v1', late)[0]?.figures).toEqual({
      reportsSubmitted: 1,
      reportsLate: 1,
    });
    expect(folded('qianshou.pairing.report-submitted.v1', { again: true })).toEqual([]);
    expect(folded('qianshou.pairing.evaluated.v1')[1]).toMatchObject({
      period: '2026',
      subject: SCHEME,
      figures: { 'grade:ANNUAL:GOOD': 1 },
    });
  });

  it('sum activities by task group and kind, in half hours', () => {
    expect(folded('qianshou.pairing.activity-logged.v1')[0]?.figures).toEqual({
      activities: 1,
      halfHours: 7,
      participants: 24,
      documentsIssued: 0,
      peopleTrained: 24,
      'kind:THEMATIC_TRAINING': 1,
      'halfHours:kind:THEMATIC_TRAINING': 7,
      'participants:kind:THEMATIC_TRAINING': 24,
      'activities:TRAIN_TALENT': 1,
      'halfHours:TRAIN_TALENT': 7,
      'participants:TRAIN_TALENT': 24,
    });
  });

  it('follow targets, trainees and agencies as they change', () => {
    const met = { wasMet: false, isMet: true };
    const unmet = { wasMet: true, isMet: false };

    expect(folded('qianshou.pairing.target-progressed.v1', met)[0]?.figures).toEqual({
      'targetsMet:BUILD_STATION': 1,
    });
    expect(folded('qianshou.pairing.target-progressed.v1', unmet)[0]?.figures).toEqual({
      'targetsMet:BUILD_STATION': -1,
    });
    expect(
      folded('qianshou.pairing.trainees-named.v1', { traineesBefore: 3, trainees: 2 })[0]?.figures,
    ).toEqual({
      trainees: -1,
    });
    expect(folded('qianshou.pairing.agency-grown.v1')[0]?.figures).toEqual({ agenciesGrown: 1 });
    expect(folded('qianshou.pairing.supervision-noted.v1')[1]?.figures).toEqual({ supervisionNotes: 1 });
  });
});
