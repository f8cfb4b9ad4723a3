import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ service: 'test', level: 'debug' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

/** As the driver throws it: with the documents that it was about. */
function bulkFault(): Error {
  const documents = Array.from({ length: 500 }, (_, at) => ({ at, told: 'personal' }));
  return new mongo.MongoBulkWriteError(
    { message: `E11000 ${'x'.repeat(100_000)}`, code: 11_000, writeErrors: documents } as never,
    { insertedIds: documents } as never,
  );
}

describe('a log line of a fault', () => {
  it.each([
    ['an error of the database', () => bulkFault()],
    ['an error that wraps it', () => new Error('a turn failed', { cause: bulkFault() })],
    ['a child of the logger', () => bulkFault()],
  ])('is short and holds no document: %s', (what, fault) => {
    const line = logged((logger) => {
      const by = what.startsWith('a child') ? logger.child({ part: 'relay' }) : logger;
      by.warn({ err: fault() }, 'a turn failed');
    });

    expect(line.length).toBeLessThan(8_000);
    expect(line).not.toContain('personal');
    expect(line).toContain('11000');
  });

  it('holds no document either where the error is logged by itself, or no error was thrown', () => {
    const ofError = logged((logger) => logger.error(bulkFault(), 'it failed'));
    const ofObject = logged((logger) => logger.error({ err: { told: 'personal' } }, 'it failed'));

    expect(ofError).toContain('"type":"MongoBulkWriteError"');
    expect(ofError + ofObject).not.toContain('personal');
    expect(ofError.length).toBeLessThan(4_000);
  });
});
