import { type logCreator, logLevel } from 'kafkajs';
import type { Logger } from '../logging/logger.ts';

/** Known and meant: see the producer's settings. */
const EXPECTED = 'Limiting retries for the idempotent producer';

const LONGEST = 500;

/** kafkajs calls a lost connection an error; it reconnects by itself, so for an operator it is a warning. */
export function kafkaLog(logger: Logger): logCreator {
  return () =>
    ({ level, namespace, log }) => {
      const { broker, error, groupId } = log;
      const message = log.message.slice(0, LONGEST);
      const told = { namespace, broker, error, groupId };
      if (level > logLevel.WARN || message.startsWith(EXPECTED)) logger.debug(told, message);
      else logger.warn(told, message);
    };
}
