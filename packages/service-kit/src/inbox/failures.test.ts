import { defineError, notKnownYet, versionConflict } from '@qianshou/kernel';
import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { failureKind, SequenceGapError } from './failures.ts';

const refused = defineError({ kind: 'CONFLICT', code: 'STATION_NOT_IN_ACCEPTANCE', en: '', zh: '' });

function serverError(code: number, label?: string): mongo.MongoServerError {
  const error = new mongo.MongoServerError({ message: 'from the server', code });
  if (label !== undefined) error.addErrorLabel(label);
  return error;
}

/** As the driver throws what stops a bulk write: without the class and the labels of its cause. */
function bulkWrite(cause: mongo.MongoError): mongo.MongoBulkWriteError {
  return new mongo.MongoBulkWriteError(cause, {} as never);
}

describe('a failure of a reaction', () => {
  it.each([
    ['what it names is not known yet', notKnownYet({ what: { en: 'agency', zh: '机构' }, id: 'agy' })],
    ['somebody changed the object meanwhile', versionConflict({ currentVersion: 2 })],
    ['the server has a trouble of its own', serverError(8)],
    ['the driver is in a state of its own', new mongo.MongoAPIError('the session has ended')],
    ['the event before it is missing', new SequenceGapError('station/1', 1, 3)],
  ])('may pass when %s', (_why, error) => {
    expect(failureKind(error)).toBe('NOT_YET');
  });

  it.each([
    ['the server cannot be reached', new mongo.MongoNetworkError('connection lost')],
    ['the transaction has to be repeated', serverError(112, 'TransientTransactionError')],
    ['that is hidden in a bulk write', bulkWrite(new mongo.MongoNetworkError('connection lost'))],
    ['a bulk write met a primary that steps down', bulkWrite(serverError(189))],
    ['no server was found', new mongo.MongoServerSelectionError('nobody', {} as never)],
    ['the disk is full', serverError(14_031)],
    ['the operating system lost the network', Object.assign(new Error('x'), { code: 'ECONNRESET' })],
    [
      'it is the cause of another error',
      new Error('wrapped', { cause: new mongo.MongoNetworkError('lost') }),
    ],
    ['the commit is in doubt', serverError(50, 'UnknownTransactionCommitResult')],
  ])('is an outage when %s', (_why, error) => {
    expect(failureKind(error)).toBe('OUTAGE');
  });

  it.each([
    ['a rule refuses', refused()],
    ['the code has a bug', new TypeError('undefined is not a function')],
    ['a unique index refuses', serverError(11_000)],
    ['a unique index refuses in a bulk write', bulkWrite(serverError(11_000))],
    ['something that is no error was thrown', 'thrown'],
  ])('stays when %s', (_why, error) => {
    expect(failureKind(error)).toBe('POISON');
  });
});
