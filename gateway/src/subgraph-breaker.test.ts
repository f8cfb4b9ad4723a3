import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { subgraphBreaker, type BreakerState, type SubgraphBreaker } from './subgraph-breaker.ts';
import type { Reply } from './subgraph-connection.ts';

const SILENT: Reply = { outcome: 'TIMED_OUT', sent: true };
const GIVEN_UP: Reply = { outcome: 'GIVEN_UP', sent: true };
const NOT_ASKED: Reply = { outcome: 'NOT_ASKED' };
const ANSWERED: Reply = { outcome: 'ANSWERED', status: 200, contentType: 'application/json', body: '{}' };
const REST_MS = 1_000;

let states: BreakerState[];
let breaker: SubgraphBreaker;

beforeEach(() => {
  vi.useFakeTimers();
  states = [];
  breaker = subgraphBreaker((state) => states.push(state));
});

afterEach(() => vi.useRealTimers());

const call = (reply: Reply): Promise<Reply> => breaker.guard(async () => reply);

async function callAll(replies: readonly Reply[]): Promise<void> {
  for (const reply of replies) await call(reply);
}

describe('the breaker of a subgraph', () => {
  it('opens after a few silent calls in a row, and closes when the one that tries it is answered', async () => {
    await callAll([SILENT, SILENT, SILENT]);

    expect(await call(ANSWERED)).toEqual(NOT_ASKED);
    vi.advanceTimersByTime(REST_MS);
    expect(await call(ANSWERED)).toEqual(ANSWERED);
    expect(states.at(-1)).toBe('CLOSED');
  });

  it('takes a call that its client gave up for neither an answer nor silence', async () => {
    await callAll([SILENT, GIVEN_UP, SILENT, GIVEN_UP]);

    expect(await call(ANSWERED)).toEqual(ANSWERED);
    await callAll([SILENT, SILENT, GIVEN_UP, SILENT]);
    expect(await call(ANSWERED)).toEqual(NOT_ASKED);
  });

  it('stays open when the call that tries it is given up', async () => {
    await callAll([SILENT, SILENT, SILENT]);
    vi.advanceTimersByTime(REST_MS);

    expect(await call(GIVEN_UP)).toEqual(GIVEN_UP);
    expect(await call(ANSWERED)).toEqual(NOT_ASKED);
    expect(states).not.toContain('CLOSED');
  });
});
