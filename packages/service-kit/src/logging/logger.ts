import { type DestinationStream, type Logger, pino } from 'pino';
import { currentScope } from '../scope/scope.ts';
import { briefly } from './briefly.ts';
import { logStream } from './log-stream.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
}

/** Names under which secrets or personal data could travel; censored wherever an object brings them along. */
const SENSITIVE = [
  'authorization',
  'token',
  'secret',
  'key',
  'password',
  'name',
  'phone',
  'idNumber',
  'birthYear',
];

/** JSON lines on stdout, each with the service's name and the correlation id of the request or event at hand. */
export function createLogger({ service, level }: LoggerOptions, to: DestinationStream = logStream()): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ correlationId: currentScope().correlationId }),
      serializers: { err: briefly, error: briefly },
      redact: { paths: SENSITIVE.flatMap((field) => [`*.${field}`, `*.*.${field}`]), censor: '[hidden]' },
    },
    to,
  );
}
