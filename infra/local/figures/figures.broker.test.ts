import { randomUUIDv7 } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { envelopeOf, type EventEnvelope } from '@qianshou/events';
import type { Connection } from '@qianshou/service-kit/mongo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mongod, runCommand, serversFolder, startMongod } from '../servers/index.ts';
import { connectToService } from '../service-database.ts';

const COMMAND = join(import.meta.dirname, '..', 'figures.ts');
const UNITS = ['420581100', '420581101', '640522100'];

let dir: string;
let mongod: Mongod;
let connection: Connection;
const figures = () =>
  connection.collection<{ _id: string; figures: Record<string, unknown> }>('kept_figures');
const figuresOf = async (code: string) => (await figures().findOne({ _id: code }))?.figures;
const run = (...args: readonly string[]) =>
  runCommand('env', [`MONGODB_URI=${mongod.uri}`, process.execPath, COMMAND, ...args]);

function planned(townshipCode: string, at: number): EventEnvelope {
  const stationId = `sta_01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  return envelopeOf({
    id: randomUUIDv7(),
    time: new Date(),
    type: 'qianshou.station.planned.v1',
    aggregateId: stationId,
    sequence: 1,
    regionCode: townshipCode,
    correlationId: 'test',
    data: {
      stationId,
      townshipCode,
      countyCode: townshipCode.slice(0, 6),
      tier: 'ORDINARY',
      operatorAgencyId: null,
    },
  });
}

/** A server of its own: the command works on the databases of the running system. The log of a service with three planned stations, counted up to its end, and one figure gone wrong. */
beforeAll(async () => {
  dir = await serversFolder('qianshou-figures-');
  mongod = await startMongod({ dir });
  connection = await connectToService('station', 'test', { MONGODB_URI: mongod.uri });
  const rows = UNITS.map((unit, at) => {
    const event = planned(unit, at);
    return { _id: event.id, aggregate: 'station', aggregateId: unit, sequence: 1, at: new Date(), event };
  });
  await connection
    .collection<{ _id: string }>('outbox')
    .insertMany(rows.map((row, at) => ({ ...row, seq: at + 1, publishedAt: row.at, placement: null })));
  await connection
    .collection<{ _id: string }>('kept_figures')
    .insertOne({ _id: 'figures', seq: UNITS.length, asOf: new Date() } as { _id: string });
});
afterAll(async () => {
  await connection.close();
  await mongod.kill9();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
});

describe('npm run figures', () => {
  it('counts a service anew from its events and puts right what differs', async () => {
    const { ok, output } = await run('station');

    expect(output).toContain('put right');
    expect(ok).toBe(true);
    expect(await figuresOf('420581')).toEqual({ stationsPlanned: 2 });
    expect(await figuresOf('000000')).toEqual({ stationsPlanned: 3 });
  });

  it('only says what differs with --compare, in a table, and ends with 1', async () => {
    await figures().updateOne({ _id: '420581' }, { $inc: { 'figures.stationsPlanned': 7 } });

    const { ok, output } = await run('station', '--compare');

    expect(ok).toBe(false);
    expect(output).toMatch(/420581 .* stationsPlanned .* 9 .* 2 /);
    expect(await figuresOf('420581')).toEqual({ stationsPlanned: 9 });
  });

  it('finds nothing where all is right, for all five services', async () => {
    await run('station');

    const { ok, output } = await run('all', '--compare');

    expect(ok).toBe(true);
    expect(output).toContain('training: 0 events');
  });

  it('says how it is used when it is asked for something else', async () => {
    const { ok, output } = await run('bookkeeping');

    expect(ok).toBe(false);
    expect(output).toContain('npm run figures -- all');
  });
});
