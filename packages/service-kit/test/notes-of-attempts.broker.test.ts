import { freshDatabase } from '@qianshou/testing';
import { mongo } from 'mongoose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inTransaction, onceCommitted } from '../src/mongo/transaction.ts';
import { noNotes } from '../src/scope/request-notes.ts';
import { inScope } from '../src/scope/scope.ts';

describe('what a request is told that it wrote', () => {
  it('is of the attempt that was committed, and of none that the server made it run again', async () => {
    const { connection, drop } = await freshDatabase('kit');
    onTestFinished(drop);
    const notes = noNotes();
    const attempts = ['station/sta_1', 'station/sta_2'];

    await inScope({ correlationId: 'cor_1', notes }, () =>
      inTransaction(connection, async () => {
        const subject = String(attempts.shift());
        onceCommitted(() => notes.wrote.set(subject, 1));
        if (attempts.length === 0) return;
        const conflict = new mongo.MongoError('another writer was first');
        conflict.addErrorLabel('TransientTransactionError');
        throw conflict;
      }),
    );

    expect([...notes.wrote]).toEqual([['station/sta_2', 1]]);
  });
});
