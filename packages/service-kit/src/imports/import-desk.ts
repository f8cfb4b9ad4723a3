import {
  type Actor,
  badInput,
  type Clock,
  hasRole,
  idParser,
  type ImportColumn,
  type ImportKind,
  type ImportKindName,
  notPermitted,
  expectVersion,
  type NewId,
  type Page,
  type PageRequest,
  type Role,
  type RowFinding,
  type UnitOfWork,
} from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import { createWakeUp } from '../lease/wake-up.ts';
import type { Logger } from '../logging/logger.ts';
import { inTransaction } from '../mongo/transaction.ts';
import { mongoUnitOfWork } from '../mongo/unit-of-work.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { importChangesNothing, importNotFound, importQuotaReached, importStatusWrong } from './errors.ts';
import { type ImportFiles, importFiles, type PieceSealing } from './import-files.ts';
import { type ImportingService, importPublication } from './import-publication.ts';
import {
  type Announcement,
  apply,
  begin,
  type ImportId,
  type ImportRun,
  received,
  stop,
} from './import-run.ts';
import { type AskedFindings, type ImportStore, importStore } from './import-store.ts';
import { type RunningImports, startImports } from './import-runner.ts';

export const importId = idParser('imp');

export interface ImportDeskOptions {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly kinds: readonly ImportKind[];
  /** Whose imports these are. */
  readonly service: ImportingService;
  /** Where the rows are of persons. */
  readonly sealing?: PieceSealing;
  /** Who see the imports of all, to help and to stop; administrators where nobody else is named. */
  readonly overseers?: readonly Role[];
}

/** What callers do with imports; a kind more is a kind more here, for every service alike. */
export interface ImportUseCases {
  readonly importColumns: (kind: ImportKindName) => readonly ImportColumn[];
  readonly beginImport: (announced: Omit<Announcement, 'id'>, actor: Actor) => Promise<ImportRun>;
  readonly addToImport: (piece: ImportPiece, actor: Actor) => Promise<ImportRun>;
  readonly applyImport: (input: ApplyImport, actor: Actor) => Promise<ImportRun>;
  readonly stopImport: (id: ImportId, actor: Actor) => Promise<ImportRun>;
  readonly getImport: (id: ImportId, actor: Actor) => Promise<ImportRun>;
  readonly listImports: (page: PageRequest, actor: Actor) => Promise<Page<ImportRun>>;
  readonly listImportFindings: (asked: AskedFindings, page: PageRequest) => Promise<Page<RowFinding>>;
  readonly receivedBytes: ImportFiles['receivedBytes'];
}

export interface ImportPiece {
  readonly importId: ImportId;
  readonly offset: number;
  readonly bytes: Buffer;
}

export interface ApplyImport {
  readonly importId: ImportId;
  readonly acceptRefusedRows: boolean;
  readonly expectedVersion: number | null;
}

export interface ImportSurroundings {
  readonly logger: Logger;
  readonly metrics?: Registry;
  readonly leaseMs?: number;
}

export interface ImportDesk {
  readonly useCases: ImportUseCases;
  readonly prepare: () => Promise<void>;
  readonly start: (surroundings: ImportSurroundings) => RunningImports;
}

export function importDesk(options: ImportDeskOptions): ImportDesk {
  const { connection, outbox, service, kinds } = options;
  const store = importStore(connection, outbox, (run) => importPublication(service, run));
  const files = importFiles(connection, options.clock, options.sealing);
  const useCases = useCasesOf(options, store, files);
  const wakeUp = createWakeUp();
  const nudging = <Args extends readonly unknown[]>(work: (...args: Args) => Promise<ImportRun>) => {
    return async (...args: Args): Promise<ImportRun> => {
      const run = await work(...args);
      // A file arrives in thousands of pieces; only with the last one there is something to do.
      if (run.status !== 'RECEIVING') wakeUp.signal();
      return run;
    };
  };
  return {
    useCases: {
      ...useCases,
      addToImport: nudging(useCases.addToImport),
      applyImport: nudging(useCases.applyImport),
    },
    prepare: files.prepare,
    start: ({ logger, metrics = new Registry(), ...surroundings }) =>
      startImports({
        connection,
        store,
        files,
        kinds,
        clock: options.clock,
        logger: logger.child({ part: 'imports' }),
        wakeUp,
        metrics,
        ...surroundings,
      }),
  };
}

function useCasesOf(options: ImportDeskOptions, store: ImportStore, files: ImportFiles): ImportUseCases {
  const { connection, clock, newId, kinds, overseers = ['ADMIN'] } = options;
  const unitOfWork = mongoUnitOfWork(connection);
  const own = async (id: ImportId, actor: Actor): Promise<ImportRun> => {
    const run = await store.get(id);
    if (!maySee(actor, run, overseers)) throw importNotFound({ id });
    return run;
  };
  return {
    importColumns: (kind) => kindOf(kinds, kind).columns,
    beginImport: async (announced, actor) => {
      const kind = kindOf(kinds, announced.kind);
      if (!kind.may(actor)) throw notPermitted();
      if (announced.update === true && kind.operations.length === 0)
        throw importChangesNothing({ kind: kind.name });
      const begun = begin({ ...announced, id: newId('imp') }, actor, clock.now());
      return unitOfWork.run(async () => {
        await reserve(begun.state, { store, unitOfWork });
        return store.save(begun);
      });
    },
    addToImport: ({ importId: id, ...piece }, actor) =>
      inTransaction(connection, async () => addPiece(await own(id, actor), piece, { store, files })),
    applyImport: async ({ importId: id, acceptRefusedRows, expectedVersion }, actor) => {
      const run = await own(id, actor);
      if (!kindOf(kinds, run.kind).may(actor)) throw notPermitted();
      expectVersion(run, expectedVersion);
      return store.save(apply(run, actor, acceptRefusedRows));
    },
    stopImport: async (id, actor) => {
      const stopped = await store.save(stop(await own(id, actor)));
      await files.remove(id);
      return stopped;
    },
    getImport: own,
    listImports: (page, actor) => store.list(hasRole(actor, overseers) ? null : actor.subject, page),
    listImportFindings: store.listFindings,
    receivedBytes: files.receivedBytes,
  };
}

const MOST_RESERVED_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 20;

/** What is announced is kept free until the import is over: one caller never fills the place of the others. */
async function reserve(
  { owner: { subject }, sizeBytes }: ImportRun,
  { store, unitOfWork }: { readonly store: ImportStore; readonly unitOfWork: UnitOfWork },
): Promise<void> {
  await unitOfWork.hold(`imports:${subject ?? ''}`);
  const { bytes, files } = await store.reservedBy(subject);
  if (bytes + sizeBytes <= MOST_RESERVED_BYTES && files < MOST_FILES) return;
  throw importQuotaReached({ bytes, files, mostBytes: MOST_RESERVED_BYTES, mostFiles: MOST_FILES });
}

async function addPiece(
  run: ImportRun,
  { offset, bytes }: Omit<ImportPiece, 'importId'>,
  { store, files }: { readonly store: ImportStore; readonly files: ImportFiles },
): Promise<ImportRun> {
  // The last piece again, because its answer was lost: all of it is here.
  if (run.status !== 'RECEIVING' && offset + bytes.length === run.sizeBytes) return run;
  if (run.status !== 'RECEIVING') throw importStatusWrong({ status: run.status, needed: ['RECEIVING'] });
  const here = await files.add(run, offset, bytes);
  return here === run.sizeBytes ? store.save(received(run)) : run;
}

function kindOf(kinds: readonly ImportKind[], name: ImportKindName): ImportKind {
  const kind = kinds.find((each) => each.name === name);
  if (kind !== undefined) return kind;
  throw badInput({
    field: 'kind',
    reason: {
      en: `expected one of ${kinds.map((each) => each.name).join(', ')}`,
      zh: `应为以下之一：${kinds.map((each) => each.name).join('、')}`,
    },
  });
}

/** An import is its owner's and its overseers'. */
function maySee(actor: Actor, { owner }: ImportRun, overseers: readonly Role[]): boolean {
  return hasRole(actor, overseers) || (actor.subject !== null && actor.subject === owner.subject);
}
