import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, TOPICS, topicOf } from '@qianshou/events';
import type { BatchHandler, Broker, IncomingMessage } from '@qianshou/service-kit/kafka';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { REPOSITORY } from '../local/places.ts';
import { lastLines, startChild, type Child } from '../local/servers/child.ts';
import { freePort } from '../local/servers/ports.ts';
import { anEvaluation, signedBy, unsigned } from './evaluations-by-hand.ts';
import { metricsAskedFor } from './metric-names.ts';
import {
  brokerAs,
  madeSecrets,
  startSecuredKafka,
  startSecuredMongod,
  type SecuredKafka,
  type SecuredMongod,
} from './secured-servers.ts';

let secrets: string;
let kafka: SecuredKafka;
let mongod: SecuredMongod;
const children: Child[] = [];
const brokers: Broker[] = [];

beforeAll(async () => {
  secrets = await madeSecrets();
  [kafka, mongod] = await Promise.all([startSecuredKafka(secrets), startSecuredMongod(secrets)]);
  children.push(kafka.child, mongod.child);
}, 300_000);

afterAll(async () => {
  await Promise.all(brokers.map((broker) => broker.close()));
  await Promise.all(children.map((child) => child.kill9()));
  rmSync(secrets, { recursive: true, force: true });
});

const secret = (name: string) => join(secrets, name);
const passwordOf = (name: string) => readFileSync(secret(name), 'utf8').trim();
const userOf = (service: string) => ({
  KAFKA_USERNAME: `qianshou-${service}`,
  KAFKA_PASSWORD_FILE: secret(`kafka-${service}-password`),
});
const as = (settings: Readonly<Record<string, string>>): Broker => {
  const broker = brokerAs(secrets, kafka, settings);
  brokers.push(broker);
  return broker;
};
const aMessage = (topic: string) => ({ topic, key: 'a', value: Buffer.from('{}'), headers: {} });

describe('the broker of docker-compose.yml', () => {
  it('lets each service make and write its own topic, and no other', async () => {
    for (const service of SERVICES) await as(userOf(service)).ensureTopics(TOPICS);
    const training = as(userOf('training'));

    await expect(training.publish([aMessage(topicOf('training'))])).resolves.toMatchObject([{ offset: '0' }]);
    for (const other of SERVICES.filter((service) => service !== 'training'))
      await expect(training.publish([aMessage(topicOf(other))])).rejects.toThrow(/authori[sz]/i);
    expect((await training.listTopics()).toSorted()).toEqual(TOPICS.map(({ name }) => name).toSorted());
  });

  it('lets a service read what others publish, in no group but its own', async () => {
    const heard: IncomingMessage[] = [];
    const failures: unknown[] = [];
    const watch = { fetched: () => {}, failed: (error: unknown) => failures.push(error) };
    const take: BatchHandler = async ({ messages, resolve }) => {
      heard.push(...messages);
      for (const { offset } of messages) resolve(offset);
    };
    const pairing = as(userOf('pairing'));

    pairing.start('qianshou.station.reactions.v1', [topicOf('training')], take, watch);
    await vi.waitFor(() => expect(failures).not.toEqual([]), { timeout: 20_000 });
    expect(heard).toEqual([]);
    pairing.start('qianshou.pairing.reactions.v1', [topicOf('training')], take, watch);

    await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 20_000 });
    expect(heard[0]?.topic).toBe(topicOf('training'));
  });

  it('says which setting is wrong', async () => {
    const wrongPassword = { ...userOf('station'), KAFKA_PASSWORD_FILE: secret('kafka-funding-password') };
    const wrongAuthority = { ...userOf('station'), KAFKA_CA_FILE: otherCertificate };

    await expect(as(wrongPassword).listTopics()).rejects.toThrow(/KAFKA_USERNAME.*KAFKA_PASSWORD_FILE/);
    await expect(as(wrongAuthority).listTopics()).rejects.toThrow(/KAFKA_CA_FILE/);
    await expect(
      as({ ...userOf('station'), KAFKA_SASL_MECHANISM: 'scram-sha-256' }).listTopics(),
    ).rejects.toThrow(/KAFKA_SASL_MECHANISM/);
    await expect(
      as({ KAFKA_USERNAME: 'partner', KAFKA_PASSWORD_FILE: secret('kafka-funding-password') }).listTopics(),
    ).rejects.toThrow(/KAFKA_USERNAME/);
  });
});

describe('the service of funding between secured servers', () => {
  let funding: { health: string; child: Child };
  let client: mongoose.mongo.MongoClient;
  beforeAll(async () => {
    const uri = mongod.uriOf('qianshou_funding', passwordOf('mongodb-funding-password'), 'qianshou_funding');
    funding = await startFunding(uri);
    client = await new mongoose.mongo.MongoClient(uri).connect();
  });
  afterAll(() => client.close());

  it('comes up with a user of each, and exposes what is watched', async () => {
    await vi.waitFor(async () => expect(await ready(funding)).toMatchObject({ ready: true, problems: [] }), {
      timeout: 100_000,
      interval: 200,
    });

    const exposed = await (await fetch(funding.health.replace('readyz', 'metrics'))).text();
    const ofServices = metricsAskedFor().filter((name) => !/^(gateway_|up$)/.test(name));
    expect(ofServices.filter((name) => !exposed.includes(`# TYPE ${name} `))).toEqual([]);
  });

  it('cannot change or remove an entry of its journal, nor see what is others’', async () => {
    const journal = client.db().collection('journal');
    await journal.insertOne({ ledgerId: 'a', sequence: 1, hash: '0' });
    const refused = { code: 13 };
    const others = client.db('qianshou_pairing').collection('agencies');

    await expect(journal.updateOne({}, { $set: { hash: '1' } })).rejects.toMatchObject(refused);
    await expect(journal.deleteOne({})).rejects.toMatchObject(refused);
    await expect(journal.drop()).rejects.toMatchObject(refused);
    await expect(client.db().collection('audit').deleteMany({})).rejects.toMatchObject(refused);
    await expect(others.findOne()).rejects.toMatchObject(refused);
  });

  it('has a role that names every collection that it makes', async () => {
    const collections = await client.db().listCollections({}, { nameOnly: true }).toArray();
    const script = readFileSync(join(REPOSITORY, 'infra/mongo/create-users.js'), 'utf8');

    expect(collections.filter(({ name }) => !script.includes(`'${name}'`))).toEqual([]);
  });

  it('bars nobody by a forged station.evaluated, and whom the owner bars by the true one', async () => {
    const letters = client.db().collection('dead_letters');
    const barred = async () =>
      (await client.db().collection('evaluation_replicas').find().toArray()).map(
        (each) => each['operatorAgencyId'],
      );
    const station = as(userOf('station'));
    const agency = (number: number) => `agy_01900000-0000-7000-8000-00000000000${number}`;
    const foreign = signedBy(secret('pairing-events.json'));

    await station.publish([anEvaluation(agency(1), unsigned), anEvaluation(agency(2), foreign)]);
    await vi.waitFor(
      async () =>
        expect((await letters.find().toArray()).map(({ reason }) => String(reason)).toSorted()).toEqual([
          'UNSIGNED',
          'WRONGLY_SIGNED',
        ]),
      { timeout: 30_000, interval: 200 },
    );
    expect(await barred()).toEqual([]);
    await station.publish([anEvaluation(agency(3), signedBy(secret('station-events.json')))]);

    await vi.waitFor(async () => expect(await barred()).toEqual([agency(3)]), {
      timeout: 30_000,
      interval: 200,
    });
  });
});

let otherCertificate: string;
beforeAll(async () => {
  const other = await madeSecrets();
  otherCertificate = secret('other-ca.pem');
  writeFileSync(otherCertificate, readFileSync(join(other, 'kafka-ca.pem')));
  rmSync(other, { recursive: true });
});

async function startFunding(uri: string): Promise<{ health: string; child: Child }> {
  const [port, healthPort] = [await freePort(), await freePort()];
  const child = await startChild({
    name: 'funding',
    role: 'service',
    command: process.execPath,
    args: ['--disable-proto=delete', 'services/funding/src/main.ts'],
    cwd: REPOSITORY,
    logFile: secret('funding.log'),
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: `${port}`,
      HEALTH_PORT: `${healthPort}`,
      MONGODB_URI: uri,
      KAFKA_BROKERS: kafka.brokers,
      KAFKA_REPLICATION_FACTOR: '1',
      KAFKA_TLS: 'true',
      KAFKA_CA_FILE: secret('kafka-ca.pem'),
      ...userOf('funding'),
      GATEWAY_KEYS_FILE: secret('funding.json'),
      EVENT_SIGNING_KEYS_FILE: secret('funding-events.json'),
      EVENT_PUBLIC_KEYS_FILE: secret('events-public.json'),
    },
  });
  children.push(child);
  return { child, health: `http://127.0.0.1:${healthPort}/readyz` };
}

async function ready({ health, child }: { health: string; child: Child }): Promise<unknown> {
  if (!child.isRunning()) return lastLines(child.logFile);
  const response = await fetch(health).catch(() => null);
  return response?.json() ?? lastLines(child.logFile);
}
