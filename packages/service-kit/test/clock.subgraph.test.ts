import { clockOffsetSeconds, clockProblem } from '../src/service/clock-watch.ts';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing/fresh-database';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase('clock');
});
afterEach(() => void vi.useRealTimers());
afterAll(() => database.drop());

const setBy = (seconds: number): void => {
  const now = new Date(Date.now() + seconds * 1_000);
  vi.useFakeTimers({ toFake: ['Date'], now });
};

describe('the clock of a host', () => {
  it('is right when it is that of the database server', async () => {
    expect(await clockProblem(database.connection)).toBeNull();
  });

  it.each([
    [60, /60 s ahead of .*NTP/],
    [-45, /45 s behind .*NTP/],
  ])('that is off by %d s is named, with the remedy', async (seconds, named) => {
    setBy(seconds);

    expect(await clockProblem(database.connection)).toMatch(named);
    expect(Math.round(await clockOffsetSeconds(database.connection))).toBe(seconds);
  });

  it('may be off by a little', async () => {
    setBy(20);

    expect(await clockProblem(database.connection)).toBeNull();
  });
});
