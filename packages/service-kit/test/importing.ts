import { createHash, randomUUIDv7 } from 'node:crypto';
import {
  type Actor,
  ifGiven,
  type ImportColumn,
  type ImportKind,
  importKind,
  knownRow,
  type NewId,
  newRow,
  required,
  text,
} from '@qianshou/kernel';
import { type ImportDesk, importDesk, type ImportRun } from '@qianshou/service-kit/imports';
import { createLogger } from '@qianshou/service-kit/logging';
import {
  type Connection,
  ensureCollectionsAndIndexes,
  transactionSession,
} from '@qianshou/service-kit/mongo';
import { createOutbox, prepareOutbox } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';

/** What the test's kind brings in: one document a row, with who wrote it. */
export interface TakenRow {
  readonly _id: string;
  readonly note: string | null;
  readonly by: string;
}

export const OWNER: Actor = { subject: 'test|importer', grants: [{ role: 'ADMIN' }] };
export const ROWS_AT_ONCE = 10;

export interface Worker {
  readonly name: string;
  /** Before rows are written, within their transaction. */
  readonly beforeSaving?: (written: number) => Promise<void>;
  readonly beforeJudging?: () => Promise<void>;
}

const column = (name: string, zh: string, needed: boolean): ImportColumn => ({
  name,
  zh,
  required: needed,
  about: { en: name, zh },
  example: '演示',
});

export const takenRows = (connection: Connection) => connection.collection<TakenRow>('taken_rows');

function rowsOf(connection: Connection, worker: Worker): ImportKind {
  const taken = takenRows(connection);
  type Row = Omit<TakenRow, 'by'>;
  return importKind<Row, ReadonlyMap<string, TakenRow>, Row>({
    name: 'STATIONS',
    columns: [column('code', '编码', true), column('note', '备注', false)],
    rowsAtOnce: ROWS_AT_ONCE,
    may: () => true,
    parse: (cells) => ({
      _id: required(cells, 'code'),
      note: ifGiven(cells, 'note', (raw) => text(raw, 'note', 100)),
    }),
    keyOf: ({ _id }) => _id,
    load: async (rows) => {
      await worker.beforeJudging?.();
      const ids = rows.map(({ _id }) => _id);
      const found = await taken.find({ _id: { $in: ids } }, { session: transactionSession() }).toArray();
      return new Map(found.map((row) => [row._id, row]));
    },
    decide: (row, standing) => {
      const known = standing.get(row._id);
      return known === undefined ? newRow(row) : knownRow({ note: [row.note, known.note] });
    },
    save: async (rows) => {
      await worker.beforeSaving?.(await taken.countDocuments());
      if (rows.length === 0) return;
      const session = transactionSession();
      await taken.insertMany(
        rows.map((row) => ({ ...row, by: worker.name })),
        { session },
      );
    },
  });
}

const newId: NewId = (prefix) => `${prefix}_${randomUUIDv7()}` as ReturnType<typeof newId<typeof prefix>>;

export async function deskOf(
  connection: Connection,
  worker: Worker = { name: 'first' },
): Promise<ImportDesk> {
  const desk = importDesk({
    connection,
    outbox: createOutbox({ connection, service: 'station' }),
    clock: { now: () => new Date() },
    newId,
    kinds: [rowsOf(connection, worker)],
    service: 'station',
  });
  await prepareOutbox(connection);
  await ensureCollectionsAndIndexes(connection);
  await desk.prepare();
  if (!(await connection.db?.listCollections({ name: 'taken_rows' }).hasNext()))
    await connection.createCollection('taken_rows');
  return desk;
}

export const working = (desk: ImportDesk, leaseMs = 1_000) =>
  desk.start({
    logger: createLogger({ service: 'test', level: 'silent' }),

    leaseMs,
  });

export interface Sender {
  readonly begin: (file: Buffer, announced?: { readonly sha256?: string }) => Promise<ImportRun>;
  readonly send: (run: ImportRun, file: Buffer, sizes?: readonly number[]) => Promise<ImportRun>;
  readonly until: (run: ImportRun, ...statuses: readonly string[]) => Promise<ImportRun>;
  /** Sends and waits for the dry run's end. */
  readonly check: (file: Buffer | string, sizes?: readonly number[]) => Promise<ImportRun>;
  readonly apply: (run: ImportRun) => Promise<ImportRun>;
  readonly announce: (sizeBytes: number) => Promise<ImportRun>;
  readonly add: (run: ImportRun, offset: number, bytes: Buffer) => Promise<ImportRun>;
  readonly find: (run: ImportRun) => Promise<ImportRun>;
  readonly stop: (run: ImportRun) => Promise<ImportRun>;
}

export function senderTo({ useCases }: ImportDesk, owner: Actor = OWNER): Sender {
  const begin: Sender['begin'] = (file, announced = {}) =>
    useCases.beginImport(
      {
        kind: 'STATIONS',
        fileName: '演示.csv',
        sizeBytes: file.length,
        sha256: createHash('sha256').update(file).digest('hex'),
        ...announced,
      },
      owner,
    );
  const send: Sender['send'] = async (run, file, sizes = [45_000]) => {
    let sent = run;
    for (let at = 0, next = 0; at < file.length; next += 1) {
      const bytes = file.subarray(at, at + (sizes[next % sizes.length] ?? 1));
      sent = await useCases.addToImport({ importId: run.id, offset: at, bytes }, owner);
      at += bytes.length;
    }
    return sent;
  };
  const until: Sender['until'] = (run, ...statuses) =>
    eventually(async () => {
      const found = await useCases.getImport(run.id, owner);
      if (!statuses.includes(found.status)) throw new Error(`still ${found.status}`);
      return found;
    }, 90_000);
  return {
    ...plainly(useCases, owner),
    begin,
    send,
    until,
    check: async (content, sizes) => {
      const file = Buffer.from(content);
      return until(await send(await begin(file), file, sizes), 'CHECKED', 'FAILED');
    },
    apply: ({ id }) =>
      useCases.applyImport({ importId: id, acceptRefusedRows: true, expectedVersion: null }, owner),
  };
}

function plainly(
  useCases: ImportDesk['useCases'],
  owner: Actor,
): Pick<Sender, 'announce' | 'add' | 'find' | 'stop'> {
  const announced = { kind: 'STATIONS', fileName: '演示.csv', sha256: 'a'.repeat(64) } as const;
  return {
    announce: (sizeBytes) => useCases.beginImport({ ...announced, sizeBytes }, owner),
    add: ({ id }, offset, bytes) => useCases.addToImport({ importId: id, offset, bytes }, owner),
    find: ({ id }) => useCases.getImport(id, owner),
    stop: ({ id }) => useCases.stopImport(id, owner),
  };
}

export function tableOf(rows: number, prefix: string): string {
  return ['code,note', ...Array.from({ length: rows }, (_, at) => `${prefix}${at},演示`)].join('\n');
}
