import { type logCreator, logLevel } from 'kafkajs';
import type { Logger } from '../logging/index.ts';

/** Known and meant: see the producer's settings. */
const EXPECTED = 'Limiting retries for the idempotent producer';

/** kafkajs calls a lost connection an error; it reconnects by itself, so for an operator it is a warning. */
export function kafkaLog(logger: Logger): logCreator {
  return () =>
    ({ level, namespace, log }) => {
      const { message, broker, error, groupId } = log;
      const told = { namespace, broker, error, groupId };
      if (level > logLevel.WARN || message.startsWith(EXPECTED)) logger.debug(told, message);
      else logger.warn(told, message);
    };
}
