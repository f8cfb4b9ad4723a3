import { describe, expect, it } from 'vitest';
import { anOperatingStation } from '../../../test/builders.ts';
import type { Context } from '../context.ts';
import { Station } from './station.resolvers.ts';

describe('the checks of a station', () => {
  it('fail as one where the database is away: no read of them is left that nobody waits for', async () => {
    const stray: unknown[] = [];
    const note = (error: unknown) => stray.push(error);
    process.on('unhandledRejection', note);
    const away = { load: () => Promise.reject(new Error('away')) };
    const context = { loaders: new Proxy({}, { get: () => away }) } as Context;
    const checks = Station.checks as (station: unknown, args: unknown, context: Context) => Promise<unknown>;

    await expect(checks(anOperatingStation(), {}, context)).rejects.toThrow('away');
    await new Promise((resolve) => setImmediate(resolve));

    process.off('unhandledRejection', note);
    expect(stray).toEqual([]);
  });
});
