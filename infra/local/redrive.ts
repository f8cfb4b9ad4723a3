import { setTimeout as pause } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { type DeadLetter, listDeadLetters, requestForDeadLetters } from '@qianshou/service-kit/inbox';
import type { Connection } from '@qianshou/service-kit/mongo';
import { FLAG, parseArguments, runCommandLine } from './command.ts';
import { withDatabaseOf } from './service-database.ts';
import { SetupError } from './setup-error.ts';

const OPTIONS = { all: FLAG, discard: { type: 'string' } } as const;
const USAGE = [
  'npm run redrive -- <service>                      what waits, and why',
  'npm run redrive -- <service> <id>                 apply one event again, then what waited behind it',
  'npm run redrive -- <service> --all                apply all of them again',
  'npm run redrive -- <service> --discard <id>       drop one event for good, then apply what waited behind it',
  `services: ${SERVICES.join(', ')}`,
];

interface Wish {
  readonly service: ServiceName;
  readonly request: 'REDRIVE' | 'DISCARD' | null;
  /** Null: all of them. */
  readonly id: string | null;
}

/** The running service does the work, because only it has the reactions: it looks once a second. */
const PATIENCE_MS = 10_000;

await runCommandLine(async () => {
  const wish = readWish(process.argv.slice(2));
  const { service, request } = wish;
  return withDatabaseOf({ service, appName: 'redrive' }, (connection) =>
    request === null ? show(connection, service) : ask(connection, wish, request),
  );
});

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArguments(args, OPTIONS, USAGE);
  const [name, id = null, ...rest] = positionals;
  const service = SERVICES.find((each) => each === name);
  if (service === undefined || rest.length > 0) throw new SetupError('Which dead letters?', USAGE);
  if (values.discard !== undefined) return { service, request: 'DISCARD', id: values.discard };
  return { service, request: values.all || id !== null ? 'REDRIVE' : null, id: values.all ? null : id };
}

async function show(connection: Connection, service: ServiceName): Promise<number> {
  const letters = await listDeadLetters(connection);
  if (letters.length === 0) {
    console.log(`The ${service} service has applied everything that it was sent.`);
    return 0;
  }
  console.log(letters.map(told).join('\n'));
  return 0;
}

function told({ _id, event, status, reason, subject, sequence, message, attempts }: DeadLetter): string {
  const what = event === null ? 'not an event' : `${event.type}, number ${sequence} of ${subject}`;
  return `${event?.id ?? _id}  ${status}  ${reason}  tried ${attempts} times\n  ${what}\n  ${message.slice(0, 200)}\n`;
}

async function ask(
  connection: Connection,
  { service, id }: Wish,
  request: 'REDRIVE' | 'DISCARD',
): Promise<number> {
  const asked = await requestForDeadLetters(connection, request, id);
  if (asked === 0)
    throw new SetupError(id === null ? 'No dead letter waits.' : `No dead letter has the id ${id}.`, USAGE);
  const open = await whenAttended(connection);
  const failed = open.filter(({ status }) => status === 'DEAD');
  const unattended = failed.filter((letter) => letter.request !== null).length;
  if (unattended > 0) console.log(`${unattended} noted; the ${service} service will do it once it runs.`);
  console.log(`${asked} asked for, ${open.length} still waiting.`);
  return open.length === 0 ? 0 : await show(connection, service).then(() => 1);
}

async function whenAttended(connection: Connection): Promise<readonly DeadLetter[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const open = await listDeadLetters(connection);
    if (Date.now() > until || open.every(({ request }) => request === null)) return open;
    await pause(200);
  }
}
