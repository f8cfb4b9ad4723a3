import type { Clock } from '@qianshou/kernel';
import { type Connection, mongo } from 'mongoose';
import { transactionSession } from '../mongo/transaction.ts';
import type { SealedAt, Sealer } from '../sealing/seal.ts';
import { importFileTooLong, importOffsetWrong } from './errors.ts';
import type { ImportId, ImportRun } from './import-run.ts';

/** A piece of a file, as it was sent. */
interface Piece {
  readonly _id: string;
  readonly importId: ImportId;
  readonly offset: number;
  readonly size: number;
  readonly bytes: mongo.Binary;
  readonly at: Date;
}

export const FILE_KEPT_DAYS = 30;
/** Some imports are worked off at once: none of them holds much of its file. */
const PIECES_AHEAD = 20;

export interface ImportFiles {
  readonly prepare: () => Promise<void>;
  readonly receivedBytes: (id: ImportId) => Promise<number>;
  /** Within a transaction: appends a piece at its offset; sent again after a lost answer, it changes nothing. Returns the bytes that are here. */
  readonly add: (run: ImportRun, offset: number, bytes: Buffer) => Promise<number>;
  /** When the last piece came; null where none did. */
  readonly lastPieceAt: (id: ImportId) => Promise<Date | null>;
  readonly pieces: (id: ImportId) => AsyncGenerator<Buffer>;
  readonly remove: (id: ImportId) => Promise<void>;
}

/** Where files are of persons: what lies here between sending and applying is sealed. */
export type PieceSealing = Pick<Sealer, 'openBytes' | 'sealBytes'>;

const AS_THEY_ARE: PieceSealing = { sealBytes: (_at, bytes) => bytes, openBytes: (_at, bytes) => bytes };

const COLLECTION = 'import_pieces';

const INDEXES: readonly mongo.IndexDescription[] = [
  { key: { importId: 1, offset: 1 }, unique: true },
  { key: { at: 1 }, expireAfterSeconds: FILE_KEPT_DAYS * 86_400 },
];

function placeOf(id: string): SealedAt {
  return { collection: COLLECTION, id, field: 'bytes' };
}

/** Files wait in the service's own database, so that any process of it can go on with an import. */
export function importFiles(
  connection: Connection,
  clock: Clock,
  sealing: PieceSealing = AS_THEY_ARE,
): ImportFiles {
  const pieces = connection.collection<Piece>(COLLECTION);
  const lastOf = (id: ImportId) =>
    pieces.findOne({ importId: id }, { sort: { offset: -1 }, projection: { bytes: 0 } });
  const receivedBytes = async (id: ImportId): Promise<number> => {
    const last = await lastOf(id);
    return last === null ? 0 : last.offset + last.size;
  };
  return {
    prepare: async () => {
      await pieces.createIndexes([...INDEXES]);
    },
    receivedBytes,
    lastPieceAt: async (id) => (await lastOf(id))?.at ?? null,
    add: async (run, offset, bytes) => {
      const expected = await receivedBytes(run.id);
      if (offset !== expected) {
        const sent = await pieces.findOne({ importId: run.id, offset }, { projection: { bytes: 0 } });
        if (sent?.size === bytes.length) return expected;
        throw importOffsetWrong({ expected, offset });
      }
      if (offset + bytes.length > run.sizeBytes) throw importFileTooLong({ sizeBytes: run.sizeBytes });
      const piece = pieceOf(run.id, { offset, bytes, at: clock.now() }, sealing);
      await pieces.insertOne(piece, { session: transactionSession() });
      return offset + bytes.length;
    },
    pieces: async function* (id) {
      const cursor = pieces.find({ importId: id }, { sort: { offset: 1 }, batchSize: PIECES_AHEAD });
      for await (const { _id, bytes } of cursor)
        yield sealing.openBytes(placeOf(_id), Buffer.from(bytes.buffer));
    },
    remove: async (id) => {
      await pieces.deleteMany({ importId: id });
    },
  };
}

function pieceOf(
  importId: ImportId,
  { offset, bytes, at }: { readonly offset: number; readonly bytes: Buffer; readonly at: Date },
  sealing: PieceSealing,
): Piece {
  const _id = `${importId}/${offset}`;
  const kept = new mongo.Binary(sealing.sealBytes(placeOf(_id), bytes));
  return { _id, importId, offset, size: bytes.length, bytes: kept, at };
}
