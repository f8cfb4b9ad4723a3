import { startJobs } from '@qianshou/service-kit/jobs';
import { acquireLease, alone, startLeadership } from '@qianshou/service-kit/lease';
import { createLogger } from '@qianshou/service-kit/logging';
import { inTransaction } from '@qianshou/service-kit/mongo';
import { eventually } from '@qianshou/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing/fresh-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const logger = createLogger({ service: 'test', level: 'silent' });

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('leases');
});

afterAll(() => database.drop());

const acquire = (name: string, ttlMs = 1_000) =>
  acquireLease({ connection: database.connection, name, ttlMs });

describe('a lease', () => {
  it('has one holder at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => acquire('one')));

    expect(answers.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('is kept beyond its time by renewing it', async () => {
    const held = await acquire('kept', 300);

    await new Promise((resolve) => setTimeout(resolve, 900));

    expect(held?.lost.aborted).toBe(false);
    expect(await acquire('kept', 300)).toBeNull();
    await held?.release();
  });

  it('passes on with a higher fence once it is given back', async () => {
    const first = await acquire('given-back');
    await first?.release();

    const second = await acquire('given-back');

    expect(second?.fence).toBe((first?.fence ?? 0) + 1);
    await second?.release();
  });

  it('lets nothing of a former holder commit', async () => {
    const { connection } = database;
    const former = await acquire('guarded');
    await connection.collection('leases').updateOne({ _id: 'guarded' as never }, { $inc: { fence: 1 } });

    const late = inTransaction(connection, async () => {
      await former?.guard();
      await connection.collection('late').insertOne({});
    });

    await expect(late).rejects.toMatchObject({ name: 'LeaseLostError' });
    expect(await connection.collection('late').countDocuments()).toBe(0);
    await former?.release();
  });

  it('tells its holder when it is lost', async () => {
    const held = await acquire('lost', 300);
    await database.connection.collection('leases').deleteOne({ _id: 'lost' as never });

    await eventually(() => expect(held?.lost.aborted).toBe(true), 2_000);
  });
});

describe('leadership', () => {
  it('passes to another process when the first one stops', async () => {
    const terms: string[] = [];
    const candidate = (name: string) =>
      startLeadership({
        connection: database.connection,
        name: 'leader',
        logger,
        lead: async ({ lost }) => {
          terms.push(name);
          await new Promise((resolve) => lost.addEventListener('abort', resolve));
        },
      });
    const first = candidate('first');
    await eventually(() => expect(first.leading()).toBe(true));
    const second = candidate('second');

    await first.stop();

    await eventually(() => expect(second.leading()).toBe(true));
    expect(terms).toEqual(['first', 'second']);
    await second.stop();
  });
});

describe('work that is done alone', () => {
  it('is done by one after the other, whoever else wants to, and by all', async () => {
    let busy = 0;
    const most: number[] = [];
    const work = async (): Promise<void> => {
      busy += 1;
      most.push(busy);
      await new Promise((resolve) => setTimeout(resolve, 20));
      busy -= 1;
    };

    await Promise.all(Array.from({ length: 4 }, () => alone(database.connection, 'prepare', work)));

    expect(most).toEqual([1, 1, 1, 1]);
  });
});

describe('a job', () => {
  it('runs in one process at a time, at its interval, and goes on after a failure', async () => {
    let runs = 0;
    const run = async (): Promise<void> => {
      runs += 1;
      if (runs === 1) throw new Error('the first run fails');
    };
    const options = { connection: database.connection, service: 'station', logger } as const;
    const jobs = [{ name: 'count', everySeconds: 1, run }];
    const processes = [startJobs({ ...options, jobs }), startJobs({ ...options, jobs })];

    await eventually(() => expect(runs).toBe(2));

    await Promise.all(processes.map((each) => each.stop()));
    const after = runs;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(runs).toBe(after);
  });
});
