import { generateKeyPairSync, randomUUIDv7 } from 'node:crypto';
import { auditRows, rowOf } from '../src/audit/audit-rows.ts';
import { auditReader, sealAuditLog, verifyAuditLog } from '../src/audit/index.ts';
import { connectMongo, ensureCollectionsAndIndexes } from '../src/mongo/index.ts';
import { createOutbox, prepareOutbox } from '../src/outbox/index.ts';

export interface AuditBench {
  readonly entries: number;
  /** Places given and heads signed. */
  readonly sealSeconds: number;
  /** The whole tree recomputed from the texts. */
  readonly verifySeconds: number;
  /** The proof of one entry, in the middle of many. */
  readonly proofMs: number;
}

const BATCH = 10_000;

/** A log as a service writes it, of so many entries. */
export async function benchAuditLog(mongodUri: string, entries: number): Promise<AuditBench> {
  const connection = await connectMongo({ uri: mongodUri, appName: 'bench-audit' });
  try {
    const service = 'station';
    const reader = auditReader(connection, service)();
    await ensureCollectionsAndIndexes(connection);
    await prepareOutbox(connection);
    for (let written = 0; written < entries; written += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, entries - written) }, (_each, at) =>
        row(written + at),
      );
      await auditRows(connection).insertMany(rows);
    }
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const outbox = createOutbox({ connection, service });
    const sealing = { connection, service, outbox, key: { id: 'bench', key: privateKey } } as const;
    const sealSeconds = await seconds(() => sealAuditLog(sealing));
    const publicKeys = new Map([['bench', publicKey]]);
    const verifySeconds = await seconds(async () => {
      const { fault } = await verifyAuditLog({ connection, service, publicKeys });
      if (fault !== null) throw new Error(`the log is not whole: ${fault.code}`);
    });
    const middle = await auditRows(connection).findOne({ index: Math.floor(entries / 2) });
    const proofSeconds = await seconds(() => reader.proof({ index: middle?.index ?? 0 } as never));
    return { entries, sealSeconds, verifySeconds, proofMs: proofSeconds * 1_000 };
  } finally {
    await connection.close();
  }
}

function row(number: number) {
  const objectId = `sta_${randomUUIDv7()}`;
  return rowOf({
    salt: 'c2FsdA',
    regions: ['420581', '420581001'],
    entry: {
      id: randomUUIDv7(),
      service: 'station',
      at: new Date(1_790_000_000_000 + number),
      outcome: 'DONE',
      operation: 'suspendStation',
      actor: {
        role: 'COUNTY_CIVIL_AFFAIRS',
        regionCode: '420581' as never,
        agencyId: null,
        workerId: null,
        subject: 'bench',
      },
      objectType: 'station',
      objectId,
      versionBefore: 1,
      versionAfter: 2,
      events: ['qianshou.station.suspended.v1'],
      changes: [{ field: 'status', before: 'OPERATING', after: 'SUSPENDED' }],
      reason: '演示',
      code: null,
      correlationId: randomUUIDv7(),
      causationId: null,
    },
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1_000;
}
