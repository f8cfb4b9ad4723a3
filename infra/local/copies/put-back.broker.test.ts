import { SERVICES, type ServiceName } from '@qianshou/events';
import { listDeadLetters } from '@qianshou/service-kit/inbox';
import { type Connection, ensureCollectionsAndIndexes, LASTING } from '@qianshou/service-kit/mongo';
import { outboxRows } from '@qianshou/service-kit/outbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wireService } from '../wired-services.ts';
import { eventually, type Services, startServers } from './real-services.ts';

let services: Services;

beforeAll(async () => {
  services = await startServers();
});
afterAll(() => services.end());

const agency = (at: number) => `agy_01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const registered = (at: number, name = `演示机构${at}`) =>
  services.tell(
    'qianshou.pairing.agency-registered.v1',
    { id: agency(at), sequence: 1 },
    { agencyId: agency(at), name },
  );
const statusOf = (at: number, sequence: number, status: string) =>
  services.tell(
    'qianshou.pairing.agency-status-changed.v1',
    { id: agency(at), sequence },
    { agencyId: agency(at), status },
  );
const stationPlanned = (at: number) => {
  const stationId = `sta_01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  return services.tell('qianshou.station.planned.v1', { id: stationId, sequence: 1 }, { stationId });
};

const allSent = (service: ServiceName) =>
  eventually(async () => {
    const waiting = await outboxRows(services.databases[service]).countDocuments({ publishedAt: null });
    expect(waiting).toBe(0);
  });
const copied = (service: ServiceName, collection: string) =>
  services.databases[service].collection(collection).countDocuments();
const statusIn = async (service: ServiceName, at: number) =>
  (
    await services.databases[service]
      .collection<{ _id: string }>('agency_replicas')
      .findOne({ _id: agency(at) })
  )?.['status' as never];

/** As a dump holds it, and as it is put back. */
async function copyDatabase(from: Connection, to: Connection): Promise<void> {
  for (const { name } of await from.listCollections())
    await from
      .collection(name)
      .aggregate([{ $out: { db: to.name, coll: name } }])
      .toArray();
}

describe('two processes of each of two services on empty databases', () => {
  it('all come up, with every collection and index once', async () => {
    const { system, beside, databases } = services;
    await Promise.all(
      [system, beside].flatMap((each) => [each.startProcess('pairing'), each.startProcess('station')]),
    );

    const seeded = await databases.pairing.collection('programme_phases').find().toArray();
    expect(new Set(seeded.map((phase) => phase['name'] as string)).size).toBe(seeded.length);
    const told = await outboxRows(databases.pairing).find().toArray();
    expect(new Set(told.map(({ aggregateId, sequence }) => `${aggregateId} ${sequence}`)).size).toBe(
      told.length,
    );
  });

  it('send each fact once and take each once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((at) => registered(at)));
    await Promise.all([1, 2, 3].map(stationPlanned));

    await allSent('pairing');
    await eventually(async () => expect(await copied('station', 'agency_replicas')).toBe(5));
    await eventually(async () => expect(await copied('pairing', 'station_facts')).toBe(3));
    const sent = await outboxRows(services.databases.pairing).find({ aggregate: 'agency' }).toArray();
    const places = sent.map(({ seq }) => seq);
    expect(new Set(places).size).toBe(5);
    expect(await listDeadLetters(services.databases.station)).toEqual([]);
  });
});

describe('what the databases keep', () => {
  it.each(SERVICES)('of %s is declared as lasting, or forgotten after its time', async (service) => {
    const connection = services.databases[service];
    wireService(service, connection);
    await ensureCollectionsAndIndexes(connection);
    const states = Object.values(connection.models).map((model) => model.collection.collectionName);
    const forgotten: string[] = [];
    const collections = (await connection.listCollections()).map(({ name }) => name);
    for (const name of collections) {
      const indexes = await connection.collection(name).listIndexes().toArray();
      if (indexes.some((index) => 'expireAfterSeconds' in index)) forgotten.push(name);
    }

    const lasting = [...states, ...Object.keys(LASTING)];
    expect(collections.filter((name) => !lasting.includes(name) && !forgotten.includes(name))).toEqual([]);
    expect(forgotten).toEqual(expect.arrayContaining(['holds', 'idempotency', 'rate_limits']));
  });

  it('of events that arrived, and of imports, is forgotten after its time', async () => {
    const { pairing } = services.databases;
    const timed = async (name: string) =>
      (await pairing.collection(name).listIndexes().toArray()).filter(
        (index) => 'expireAfterSeconds' in index,
      );

    for (const name of ['inbox', 'inbox_attempts', 'dead_letters', 'import_pieces', 'import_findings'])
      expect(await timed(name), name).toHaveLength(1);
  });
});

describe('a service that is put back five minutes', () => {
  it('ends with equal copies, also of what nobody mentions again', async () => {
    const { system, beside, databases, run } = services;
    await Promise.all([beside.stopProcess('pairing'), beside.stopProcess('station')]);
    await allSent('pairing');
    const dump = databases.pairing.useDb('dump_of_pairing');
    await copyDatabase(databases.pairing, dump);

    // The five minutes that will be lost: one is never mentioned again, one was not there before.
    await statusOf(1, 2, 'SUSPENDED');
    await statusOf(2, 2, 'SUSPENDED');
    await registered(6);
    await stationPlanned(4);
    await eventually(async () => expect(await copied('station', 'agency_replicas')).toBe(6));
    await eventually(async () => expect(await copied('pairing', 'station_facts')).toBe(4));
    await eventually(async () => expect(await statusIn('station', 2)).toBe('SUSPENDED'));

    await system.stopProcess('pairing');
    await copyDatabase(dump, databases.pairing);
    const begun = await eventually(async () => {
      const result = await run('republish', 'pairing', '--restored');
      expect(result.output).toContain('has begun');
      return result;
    });
    expect(begun.ok).toBe(true);
    await system.startProcess('pairing');
    await statusOf(2, 2, 'STRUCK_OFF');
    await registered(7);
    await eventually(async () => expect(await statusIn('station', 2)).toBe('STRUCK_OFF'));
    await eventually(async () => expect(await copied('pairing', 'station_facts')).toBe(4));

    const compared = await run('copies', 'station', '--compare');
    expect(compared.output).toMatch(/agency .*000000000001 .*status .*SUSPENDED .*ACTIVE/);
    expect(compared.output).toMatch(/agency .*000000000006 .*\(all\) .*there .*not there/);
    expect(compared.output).toContain('2 differ');
    expect(compared.ok).toBe(false);

    const rebuilt = await run('copies', 'all', '--rebuild');
    expect(rebuilt.ok).toBe(true);
    expect(await statusIn('station', 1)).toBe('ACTIVE');
    expect(await statusIn('station', 6)).toBeUndefined();

    const { ok, output } = await run('copies', 'all', '--compare');
    expect(output).not.toContain('differ');
    expect(ok).toBe(true);
    expect(await listDeadLetters(databases.station)).toEqual([]);
    expect(await listDeadLetters(databases.pairing)).toEqual([]);
  }, 300_000);
});
