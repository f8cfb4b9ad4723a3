import { SERVICES, type ServiceName, TOPICS } from '@qianshou/events';
import { brokerConfig } from '@qianshou/service-kit/config';
import { groupOf } from '@qianshou/service-kit/inbox';
import { type Broker, brokerAccess, kafkaBroker } from '@qianshou/service-kit/kafka';
import { createLogger } from '@qianshou/service-kit/logging';
import { beginEpoch, republish } from '@qianshou/service-kit/outbox';
import { z } from 'zod';
import { FLAG, parseArguments, runCommandLine } from './command.ts';
import { withDatabaseOf } from './service-database.ts';
import { SetupError } from './setup-error.ts';
import { readSettings } from './system/settings.ts';

const OPTIONS = { from: { type: 'string' }, restored: FLAG } as const;
const USAGE = [
  'npm run republish -- <service> --from <seq>   sends its events again, from this place of its log on (1: all of them)',
  'npm run republish -- <service> --restored     after its database was put back, while the service is stopped: begins a new epoch of its log, and lets it read the others from the beginning',
  `services: ${SERVICES.join(', ')}`,
];

interface Wish {
  readonly service: ServiceName;
  /** Null: its database was put back. */
  readonly from: number | null;
}

await runCommandLine(async () => {
  const { service, from } = readWish(process.argv.slice(2));
  return withDatabaseOf({ service, appName: 'republish' }, async (connection) => {
    if (from === null) await readFromTheBeginning(service);
    console.log(
      from === null
        ? `Epoch ${await beginEpoch(connection, new Date())} of the log of ${service} has begun. Next: start the service.`
        : `${await republish(connection, from)} events are sent again by the ${service} service, as soon as it runs.`,
    );
    return 0;
  });
});

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArguments(args, OPTIONS, USAGE);
  const service = SERVICES.find((each) => each === positionals[0]);
  if (service === undefined || positionals.length > 1) throw new SetupError('Whose events?', USAGE);
  if (values.restored && values.from === undefined) return { service, from: null };
  const from = Number(values.from);
  if (values.restored || !Number.isSafeInteger(from) || from < 1)
    throw new SetupError('From which place of the log on? A whole number, 1 for all.', USAGE);
  return { service, from };
}

/** Its database knows less than its group had taken: what it had before, it passes over. */
async function readFromTheBeginning(service: ServiceName): Promise<void> {
  const broker = localBroker();
  const topics = TOPICS.filter(({ owner }) => owner !== service).map(({ name }) => name);
  try {
    await broker.rewind(groupOf(service, 'reactions'), topics);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new SetupError(`The service cannot be made to read from the beginning: ${told}.`, [
      `stop the ${service} service, wait ten seconds, and try again`,
      'name the brokers: KAFKA_BROKERS=host:9092, with KAFKA_USERNAME and the others that the services have',
    ]);
  } finally {
    await broker.close();
  }
}

function localBroker(): Broker {
  const { kafkaPort } = readSettings([], process.env);
  const brokers = process.env['KAFKA_BROKERS'] ?? `127.0.0.1:${kafkaPort}`;
  const settings = z.object(brokerConfig).parse({ ...process.env, KAFKA_BROKERS: brokers });
  return kafkaBroker({
    brokers: settings.KAFKA_BROKERS,
    clientId: 'qianshou-republish',
    access: brokerAccess(settings),
    replicationFactor: 1,
    logger: createLogger({ service: 'republish', level: 'silent' }),
  });
}
