import { describe, expect, it } from 'vitest';
import { GivenUp } from './given-up.ts';
import { lanesOf } from './lanes.ts';

const open = new AbortController().signal;

/** Work that ends when it is told to. */
function aTask() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { body: () => promise, end: resolve };
}

const settled = async (): Promise<void> => {
  for (let step = 0; step < 20; step++) await Promise.resolve();
};

describe('lanes', () => {
  it('let one caller have its share and no more, whatever it asks', async () => {
    const lanes = lanesOf({ inAll: 4, perCaller: 2 });
    const began: string[] = [];
    const tasks = Array.from({ length: 5 }, aTask);
    const greedy = tasks.map((task, at) =>
      lanes.enter('greedy', open, () => {
        began.push(`greedy ${at}`);
        return task.body();
      }),
    );

    await lanes.enter('modest', open, async () => void began.push('modest'));

    expect(began).toEqual(['greedy 0', 'greedy 1', 'modest']);
    for (const task of tasks) task.end();
    await Promise.all(greedy);
    expect(began.length).toBe(6);
  });

  it('begin next for whoever has the fewest at work', async () => {
    const lanes = lanesOf({ inAll: 2, perCaller: 2 });
    const [first, second] = [aTask(), aTask()];
    const began: string[] = [];
    const enter = (caller: string, body: () => Promise<void>) =>
      lanes.enter(caller, open, () => {
        began.push(caller);
        return body();
      });
    const all = [enter('a', first.body), enter('a', second.body), enter('a', async () => {})];
    all.push(enter('b', async () => {}));

    first.end();
    await settled();

    expect(began).toEqual(['a', 'a', 'b', 'a']);
    second.end();
    await Promise.all(all);
  });

  it('let go of who gave up while it waited', async () => {
    const lanes = lanesOf({ inAll: 1, perCaller: 1 });
    const first = aTask();
    const running = lanes.enter('a', open, first.body);
    const giving = new AbortController();
    const waiting = lanes.enter('b', giving.signal, async () => 'never');

    giving.abort(new GivenUp());

    await expect(waiting).rejects.toThrow(GivenUp);
    first.end();
    await running;
    expect(await lanes.enter('c', open, async () => 'free')).toBe('free');
  });
});
