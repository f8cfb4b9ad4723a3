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

    const { topics, handlers, ignored } = partly({
      on: { [REACTED]: handler },
      ignore: ['qianshou.station.opened.v1'],
    });

    expect(topics.toSorted()).toEqual(['qianshou.funding.v1', 'qianshou.station.v1']);
    expect([...handlers.keys()]).toEqual([REACTED]);
    expect([...ignored]).toEqual(['qianshou.station.opened.v1']);
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

  it('does not compile while an event is forgotten', () => {
    const choose = subscribe<'funding'>();

    // @ts-expect-error TypeScript names the forgotten events in this error.
    expect(() => choose({ on: {}, ignore: ['qianshou.funding.award-paid.v1'] })).not.toThrow();
    expectTypeOf(choose).toBeFunction();
  });
});
