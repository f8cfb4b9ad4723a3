import { type DomainError, versionConflict, type Versioned } from '@qianshou/kernel';
import { mongo } from 'mongoose';
import type { AggregateModel } from './aggregate-schema.ts';

interface Loaded extends Versioned {
  readonly id: string;
}

/**
 * Somebody was quicker; or else what was read is newer than the snapshot of this transaction, which a busy server
 * takes from a moment before: then the transaction begins again.
 */
export async function staleVersion(
  model: AggregateModel,
  state: Loaded,
): Promise<DomainError | mongo.MongoError> {
  const current = await model.findOne({ _id: state.id }, { version: 1 }).lean();
  if (current !== null && current.version < state.version) {
    const behind = new mongo.MongoError(`the snapshot is older than version ${state.version}`);
    behind.addErrorLabel('TransientTransactionError');
    return behind;
  }
  return versionConflict({ currentVersion: current?.version ?? 0, loadedVersion: state.version });
}
