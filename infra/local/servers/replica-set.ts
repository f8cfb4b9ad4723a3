import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';

const SET = 'rs0';

/** Transactions and change streams need a replica set: one member is enough here. */
export async function becomePrimary(port: number): Promise<string> {
  const host = `127.0.0.1:${port}`;
  const direct = `mongodb://${host}/?directConnection=true&serverSelectionTimeoutMS=120000`;
  const client = new mongoose.mongo.MongoClient(direct);
  try {
    await ensureMember(client.db('admin'), host);
    await primaryElected(client.db('admin'));
  } finally {
    await client.close();
  }
  return `mongodb://${host}/?replicaSet=${SET}`;
}

type Admin = mongoose.mongo.Db;

const NOT_YET_INITIALISED = 94;

async function ensureMember(admin: Admin, host: string): Promise<void> {
  const current = await currentConfig(admin);
  const members = [{ _id: 0, host }];
  if (current === null) {
    await admin.command({ replSetInitiate: { _id: SET, members } });
  } else if (current.members[0]?.host !== host) {
    // The data was used under another port before: the set has to learn its member's new address.
    const moved = { ...current, members, version: current.version + 1 };
    await admin.command({ replSetReconfig: moved, force: true });
  }
}

interface SetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

async function currentConfig(admin: Admin): Promise<SetConfig | null> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    return config as SetConfig;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === NOT_YET_INITIALISED) return null;
    throw error;
  }
}

async function primaryElected(admin: Admin): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 20) {
    const { isWritablePrimary } = await admin.command({ hello: 1 });
    if (isWritablePrimary === true) return;
    await sleep(20);
  }
  throw new Error('mongod did not become the primary of its replica set within 120 seconds');
}
