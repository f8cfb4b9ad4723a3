import { type logCreator, logLevel } from 'kafkajs';
import type { Logger } from '../logging/index.ts';

/** kafkajs calls a lost connection an error; it reconnects by itself, so for an operator it is a warning. */
export function kafkaLog(logger: Logger): logCreator {
  return () =>
    ({ level, namespace, log }) => {
      const { message, timestamp: _timestamp, logger: _name, stack: _stack, ...rest } = log;
      if (level > logLevel.WARN) logger.debug({ ...rest, namespace }, message);
      else logger.warn({ ...rest, namespace }, message);
    };
}
