import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { faultKind } from './fault-kind.ts';

const ofServer = (code: number) => new mongo.MongoServerError({ message: 'refused', code });
const ofBroker = (name: string, more: object = {}) => Object.assign(new Error('refused'), { name, ...more });
const wrapped = (cause: unknown) => new Error('a turn failed', { cause });

describe('what keeps a loop from getting on', () => {
  it.each([
    ['a database whose disk is full', ofServer(14_031), 'DISK_FULL'],
    ['a log whose disk is full', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'DISK_FULL'],
    [
      'a broker whose log disk is full',
      ofBroker('KafkaJSProtocolError', { type: 'KAFKA_STORAGE_ERROR' }),
      'DISK_FULL',
    ],
    ['what a server says of its device', new Error('WT_PANIC: No space left on device'), 'DISK_FULL'],
    [
      'a topic that is gone',
      ofBroker('KafkaJSProtocolError', { type: 'UNKNOWN_TOPIC_OR_PARTITION' }),
      'TOPIC_MISSING',
    ],
    ['a broker that is away', ofBroker('KafkaJSConnectionError'), 'BROKER_AWAY'],
    ['a database that is away', new mongo.MongoServerSelectionError('none', {} as never), 'DATABASE_AWAY'],
    ['anything else', new TypeError('a bug'), 'OTHER'],
  ] as const)('is %s, wrapped or not', (_what, error, kind) => {
    expect([faultKind(error), faultKind(wrapped(error))]).toEqual([kind, kind]);
  });
});
