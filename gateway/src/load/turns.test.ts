import { describe, expect, it } from 'vitest';
import { turns } from './turns.ts';

/** An event loop of which every turn is asked for, on a clock that only work moves. */
function aLoop() {
  const clock = { now: 0 };
  let queue: (() => void)[] = [];
  return {
    clock,
    now: () => clock.now,
    next: (run: () => void) => void queue.push(run),
    turn: () => {
      const due = queue;
      queue = [];
      for (const run of due) run();
    },
    idle: () => queue.length === 0,
  };
}

describe('turns of the event loop', () => {
  it('end after their span, and the rest goes on in the order of coming', () => {
    const loop = aLoop();
    const awaitTurn = turns({ spanMs: 10, ...loop });
    const done: string[] = [];
    const work = (name: string) => () => {
      loop.clock.now += 4;
      done.push(name);
    };
    for (const name of ['a', 'b', 'c', 'd', 'e']) awaitTurn(work(name));

    loop.turn();
    awaitTurn(work('f'));
    const first = [...done];
    loop.turn();
    const second = [...done];
    while (!loop.idle()) loop.turn();

    expect(first).toEqual(['a', 'b', 'c']);
    expect(second).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(done).toEqual(second);
  });

  it('do one piece of work each, however long it takes', () => {
    const loop = aLoop();
    const awaitTurn = turns({ spanMs: 10, ...loop });
    const done: string[] = [];
    for (const name of ['a', 'b'])
      awaitTurn(() => {
        loop.clock.now += 100;
        done.push(name);
      });

    loop.turn();
    expect(done).toEqual(['a']);
    loop.turn();
    expect(done).toEqual(['a', 'b']);
  });
});
