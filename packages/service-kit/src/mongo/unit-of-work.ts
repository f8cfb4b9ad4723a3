import type { UnitOfWork } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { once } from './answers.ts';
import { groupedOn } from './grouped.ts';
import { hold } from './holds.ts';
import { inTransaction } from './transaction.ts';

export function mongoUnitOfWork(connection: Connection): UnitOfWork {
  const run: UnitOfWork['run'] = (body) => inTransaction(connection, body);
  return {
    run,
    hold: (...keys) => hold(connection, keys),
    once: (request, body) => run(() => once(connection, request, body)),
    grouped: groupedOn(connection),
  };
}
