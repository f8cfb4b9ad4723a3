import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aggregateModel,
  aggregateSchema,
  inTransaction,
  type ReplicaStore,
  replicaStore,
} from '../src/mongo/index.ts';

interface Agency {
  readonly id: string;
  readonly status: string;
}

let database: FreshDatabase;
let agencies: ReplicaStore<Agency>;
beforeAll(async () => {
  database = await freshDatabase('replicas');
  const schema = aggregateSchema({ status: { type: String, required: true } }, []);
  const model = aggregateModel(database.connection, 'AgencyReplica', schema, 'agency_replicas');
  agencies = replicaStore<Agency>(model, 'agency');
});
afterAll(() => database.drop());

describe('copies of what another service owns', () => {
  it('are put whether they are known or new; of one that comes twice the last stands', async () => {
    await agencies.put({ id: 'a', status: 'ACTIVE' });

    await agencies.put(
      { id: 'a', status: 'SUSPENDED' },
      { id: 'b', status: 'ACTIVE' },
      { id: 'b', status: 'X' },
    );

    expect(await agencies.findMany(['b', 'c', 'a'])).toEqual([
      { id: 'b', status: 'X' },
      null,
      { id: 'a', status: 'SUSPENDED' },
    ]);
  });

  it('are put with what else is written, or not at all', async () => {
    const failing = inTransaction(database.connection, async () => {
      await agencies.put({ id: 'd', status: 'ACTIVE' });
      throw new Error('the rest failed');
    });

    await expect(failing).rejects.toThrow('the rest failed');
    expect(await agencies.find('d')).toBeNull();
  });

  it('need no command where there is nothing to put', async () => {
    await expect(agencies.put()).resolves.toBeUndefined();
  });

  it('are not known here yet while the owner’s first event is on its way', async () => {
    const notYet = { code: 'NOT_KNOWN_HERE_YET' };
    await expect(agencies.get('nobody')).rejects.toMatchObject(notYet);
    await expect(agencies.getMany(['a', 'nobody'])).rejects.toMatchObject(notYet);
    await expect(agencies.change('nobody', { status: 'ACTIVE' })).rejects.toMatchObject(notYet);
  });

  it('keep what a change does not name', async () => {
    await agencies.put({ id: 'e', status: 'ACTIVE' });

    await agencies.change('e', { status: 'STRUCK_OFF' });

    expect(await agencies.get('e')).toEqual({ id: 'e', status: 'STRUCK_OFF' });
  });
});
