import { definitionOf, type EventData, type EventTypeOf, type KnownEvent } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { foldStationEvent } from './figures.ts';

type Own = EventTypeOf<'station'>;

/** What the events, each as its catalogue shows it with some of its data changed, come to in all. */
function sum<Type extends Own>(...facts: readonly (readonly [Type, Partial<EventData<Type>>?])[]) {
  const sums: Record<string, number> = {};
  for (const [type, changes] of facts) {
    const data = { ...definitionOf(type)?.example, ...changes };
    for (const { figures } of foldStationEvent({ type, data } as unknown as KnownEvent<Own>)) {
      for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + Number(value);
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0));
}

describe('the figures of a region', () => {
  it('count a station where it stands in its life cycle', () => {
    const opened = ['qianshou.station.opened.v1'] as const;
    const suspended = ['qianshou.station.suspended.v1', { from: 'OPERATING' }] as const;
    const resumed = ['qianshou.station.resumed.v1', { to: 'OPERATING' }] as const;
    const closed = ['qianshou.station.closed.v1', { from: 'OPERATING', grade: null }] as const;

    expect(sum(opened, suspended)).toEqual({ stationsSuspended: 1 });
    expect(sum(opened, suspended, resumed)).toEqual({ stationsOperating: 1 });
    expect(sum(opened, closed)).toEqual({ stationsClosed: 1 });
    expect(sum(['qianshou.station.closed.v1', { from: 'PLANNED', grade: null }])).toEqual({
      stationsClosed: 1,
    });
  });

  it('STA-13 count a rectification, and as late only while it is', () => {
    const ordered = ['qianshou.station.rectification-ordered.v1'] as const;
    const late = ['qianshou.station.rectification-overdue.v1'] as const;
    const planned = ['qianshou.station.rectification-planned.v1', { wasOverdue: true }] as const;
    const rectified = ['qianshou.station.rectified.v1', { wasOverdue: false }] as const;

    expect(sum(ordered, late)).toEqual({
      stationsOperating: -1,
      stationsRectifying: 1,
      rectificationsOverdue: 1,
    });
    expect(sum(ordered, late, planned, rectified)).toEqual({});
  });

  it('count each station with its latest grade, and a closed one no more', () => {
    const good = ['qianshou.station.graded.v1', { from: null, to: 'GOOD' }] as const;
    const bad = ['qianshou.station.graded.v1', { from: 'GOOD', to: 'UNQUALIFIED' }] as const;
    const closed = ['qianshou.station.closed.v1', { from: 'SUSPENDED', grade: 'UNQUALIFIED' }] as const;

    expect(sum(good)).toEqual({ gradedGood: 1 });
    expect(sum(good, bad)).toEqual({ gradedUnqualified: 1 });
    expect(sum(good, bad, closed)).toEqual({ stationsSuspended: -1, stationsClosed: 1 });
  });

  it('STA-2 count a station while it has its whole checklist, and a closed one no more', () => {
    const complete = ['qianshou.station.haves-changed.v1', { complete: true }] as const;
    const lacking = ['qianshou.station.haves-changed.v1', { complete: false }] as const;
    const closed = [
      'qianshou.station.closed.v1',
      { from: 'PLANNED', grade: null, hadAllHaves: true },
    ] as const;

    expect(sum(complete)).toEqual({ havesComplete: 1 });
    expect(sum(complete, lacking)).toEqual({});
    expect(sum(complete, closed)).toEqual({ stationsClosed: 1 });
  });

  it('STA-5 count a village room while it is open, and its demonstration with it', () => {
    const opened = ['qianshou.station.village-room-opened.v1'] as const;
    const chosen = ['qianshou.station.village-room-chosen.v1'] as const;
    const closed = (wasDemonstration: boolean) =>
      ['qianshou.station.village-room-closed.v1', { wasDemonstration }] as const;

    expect(sum(opened, chosen)).toEqual({ villageRooms: 1, demonstrationRooms: 1 });
    expect(sum(opened, chosen, closed(true))).toEqual({});
    expect(sum(opened, closed(false))).toEqual({});
    expect(sum(['qianshou.station.village-room-assigned.v1'])).toEqual({});
  });

  it('STA-5 count a guidance centre while it is open', () => {
    const opened = ['qianshou.station.centre-opened.v1'] as const;

    expect(sum(opened, ['qianshou.station.centre-closed.v1', { from: 'OPERATING' }])).toEqual({});
    expect(sum(['qianshou.station.centre-closed.v1', { from: 'PLANNED' }])).toEqual({});
  });

  it('STA-1 take over the change of a coverage', () => {
    expect(sum(['qianshou.station.coverage-changed.v1'])).toEqual({ unitsCovered: 1 });
  });
});
