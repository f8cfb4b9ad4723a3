import { generateKeyPairSync } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import { type Actor, type CalendarDate, defineError, type RegionCode } from '@qianshou/kernel';
import { freshDatabase, sealed } from '@qianshou/testing';
import { auditCollections } from '../src/audit/audit-tree.ts';
import { auditReader, verifyAuditLog } from '../src/audit/index.ts';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  ensureCollectionsAndIndexes,
} from '../src/mongo/index.ts';
import { createOutbox, outboxRows, prepareOutbox } from '../src/outbox/index.ts';
import { inScope } from '../src/scope/index.ts';

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly countyCode: string;
  readonly name: string;
  readonly rank: number;
  readonly openedOn: CalendarDate | null;
}

const schema = aggregateSchema({ countyCode: String, name: String, rank: Number, openedOn: String }, []);
const notFound = defineError({ kind: 'NOT_FOUND', code: 'THING_NOT_FOUND', en: 'no', zh: '无' });
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const publicKeys = new Map([['station-test', publicKey]]);
export const YIDU = '420581';

export const BUREAU: Actor = {
  subject: 'officer-7',
  grants: [
    { role: 'TOWNSHIP_CIVIL_AFFAIRS', region: '420581001' as RegionCode },
    { role: 'COUNTY_CIVIL_AFFAIRS', region: '420582' as RegionCode },
    { role: 'COUNTY_CIVIL_AFFAIRS', region: YIDU as RegionCode },
  ],
};

let made = 0;
export const thing = (changes: Partial<Thing> = {}): Thing => ({
  id: `thing-${(made += 1)}`,
  version: 0,
  countyCode: YIDU,
  name: '陆城街道社工站',
  rank: 1,
  openedOn: null,
  ...changes,
});

export const decision = (operation: string) => ({
  operation,
  actor: BUREAU,
  roles: ['COUNTY_CIVIL_AFFAIRS'] as const,
  reason: '写错了',
  documents: [],
  at: new Date('2026-06-30T04:00:00Z'),
  told: () => {},
});

/** A database whose things are saved as a service's aggregates are. */
export async function auditedThings() {
  const database = await freshDatabase('audit');
  const { connection } = database;
  auditReader(connection, 'station');
  const model = aggregateModel(connection, 'Thing', schema, 'things');
  await ensureCollectionsAndIndexes(connection);
  await prepareOutbox(connection);
  const store = (personal: boolean) =>
    aggregateStore<Thing, 'told'>({
      connection,
      model,
      aggregate: 'key-county',
      outbox: createOutbox({ connection, service: 'station' }),
      publish: () => ({
        type: 'qianshou.station.region-designated.v1',
        data: { countyCode: YIDU as never, designation: 'KEY_COUNTY', sourceUrl: 'https://example.org' },
        regionCode: null,
      }),
      personal,
      notFound,
    });
  const collections = auditCollections(connection);
  const { entries, tree, blocks, heads } = collections;
  return {
    ...database,
    ...collections,
    empty: async () => {
      for (const each of [entries, tree, blocks, heads, outboxRows(connection)]) await each.deleteMany({});
    },
    save: (state: Thing, personal = false) =>
      inScope({ correlationId: 'cor-1', decision: decision('openThing') }, () =>
        store(personal).save({ state, events: ['told'] }),
      ),
    saveMany: (count: number) => {
      const changes = Array.from({ length: count }, () => ({ state: thing(), events: ['told' as const] }));
      return inScope({ correlationId: 'cor-1', decision: decision('importThings') }, () =>
        store(false).saveMany(changes),
      );
    },
    seal: (service: ServiceName = 'station') => sealed(database, service, privateKey),
    verify: (witnessed: readonly { size: number; root: string }[] = []) =>
      verifyAuditLog({ connection, service: 'station', publicKeys, witnessed }),
  };
}

export type AuditedThings = Awaited<ReturnType<typeof auditedThings>>;
