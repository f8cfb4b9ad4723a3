import { describe, expect, expectTypeOf, it } from 'vitest';
import { subscribe } from './subscriptions.ts';

const REACTED = 'qianshou.funding.award-paid.v1';

describe('subscribing', () => {
  it('reads the topics of the services whose events it names', () => {
    // Not exhaustive on purpose, which the compiler refuses: what is tested here happens at run time.
    const partly = subscribe<'funding'>() as unknown as (
      choice: object,
    ) => ReturnType<ReturnType<typeof subscribe>>;
    const handler = async (): Promise<void> => {};

    const { topics, handlers, ignores } = partly({
      on: { [REACTED]: handler },
      ignore: ['qianshou.station.opened.v1'],
    });

    expect(topics.toSorted()).toEqual(['qianshou.funding.v1', 'qianshou.station.v1']);
    expect([...handlers.keys()]).toEqual([REACTED]);
    const told = { source: '/qianshou/station', subject: 'station/sta_1' };
    expect(ignores({ ...told, type: 'qianshou.station.opened.v1' })).toBe(true);
    expect(ignores({ ...told, type: 'qianshou.station.closed.v1' })).toBe(false);
  });

  it('follows the aggregates of which something is reacted to, and no others', () => {
    const partly = subscribe<'station'>() as unknown as (
      choice: object,
    ) => ReturnType<ReturnType<typeof subscribe>>;
    const { follows } = partly({
      on: { 'qianshou.station.opened.v1': async () => {} },
      ignore: ['qianshou.station.service-recorded.v1'],
    });
    const ofStation = (subject: string) => follows({ source: '/qianshou/station', subject });

    expect(ofStation('station/sta_1')).toBe(true);
    expect(ofStation('service-record/srv_1')).toBe(false);
    expect(follows({ source: '/qianshou/pairing', subject: 'station/sta_1' })).toBe(false);
  });

  it('passes over all that is told of an aggregate that is ignored as a whole, also what is told later', () => {
    const partly = subscribe<'station'>() as unknown as (
      choice: object,
    ) => ReturnType<ReturnType<typeof subscribe>>;

    const { ignores, topics } = partly({ on: {}, ignore: ['station/village-room'] });

    const told = { source: '/qianshou/station', type: 'qianshou.station.village-room-moved.v1' };
    expect(ignores({ ...told, subject: 'village-room/vrm_1' })).toBe(true);
    expect(ignores({ ...told, subject: 'station/sta_1' })).toBe(false);
    expect(topics).toEqual(['qianshou.station.v1']);
  });

  it('does not compile while an aggregate is ignored of which something is reacted to', () => {
    const choose = subscribe<'personnel'>();
    const on = { 'qianshou.personnel.posting-started.v1': async () => {} };

    const people = [
      'personnel/audit-log',
      'personnel/clocks',
      'personnel/identity-case',
      'personnel/import',
      'personnel/recruitment-notice',
      'personnel/renewal-decision',
      'personnel/worker-transfer-question',
      'personnel/worker-transfer-request',
      'personnel/worker',
    ] as const;

    expect(choose({ on: {}, ignore: ['personnel/posting', ...people] }).handlers.size).toBe(0);
    // @ts-expect-error Of the rest of a posting's events each is decided upon by itself.
    expect(choose({ on, ignore: ['personnel/posting', ...people] }).handlers.size).toBe(1);
  });

  it('does not compile while an event is forgotten', () => {
    const choose = subscribe<'funding'>();

    // @ts-expect-error TypeScript names the forgotten events in this error.
    expect(() => choose({ on: {}, ignore: ['qianshou.funding.award-paid.v1'] })).not.toThrow();
    expectTypeOf(choose).toBeFunction();
  });
});
