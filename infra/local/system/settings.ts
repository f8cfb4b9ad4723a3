import { parseArgs } from 'node:util';
import { portsFrom, type Ports, type ProcessName } from '../roster.ts';
import { SetupError } from '../setup-error.ts';

export interface Settings {
  /** Stop after the scorecard. */
  readonly once: boolean;
  /** Wipe the local data first. */
  readonly fresh: boolean;
  readonly story: boolean;
  readonly ports: Readonly<Record<ProcessName, Ports>>;
  readonly mongodPort: number;
  readonly kafkaPort: number;
}

const DEFAULTS = { GATEWAY_PORT: 4000, MONGOD_PORT: 27_117, KAFKA_PORT: 19_092 } as const;

const USAGE = [
  'npm start                    start, play the story of Yidu, stay up until Ctrl-C',
  'npm start -- --once          stop after the scorecard',
  'npm start -- --fresh         wipe the local data first',
  'npm start -- --no-story      start with what is there',
  'npm start -- --port 5000     the gateway at 5000, the services at 5001 … 5007 (or GATEWAY_PORT=5000)',
];

/** What the command line and the environment say. */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { once, fresh, story, port } = parseFlags(args);
  const gateway = port ?? environment['GATEWAY_PORT'];
  const ports = portsFrom(readPort('GATEWAY_PORT', gateway));
  const mongodPort = readPort('MONGOD_PORT', environment['MONGOD_PORT']);
  const kafkaPort = readPort('KAFKA_PORT', environment['KAFKA_PORT']);
  requireDifferent([
    ['MONGOD_PORT', mongodPort],
    ['KAFKA_PORT', kafkaPort],
    ['KAFKA_PORT (its controller, one above)', kafkaPort + 1],
    ...Object.entries(ports).flatMap(([name, { graphql, health }]): NamedPort[] => [
      [`GATEWAY_PORT (${name})`, graphql],
      [`GATEWAY_PORT (health of ${name})`, health],
    ]),
  ]);
  return { once, fresh, story, ports, mongodPort, kafkaPort };
}

type NamedPort = readonly [string, number];

/** Two servers cannot listen on one port: told before one of them fails for a reason that names neither. */
function requireDifferent(ports: readonly NamedPort[]): void {
  const taken = new Map<number, string>();
  for (const [setting, port] of ports) {
    const other = taken.get(port);
    if (other !== undefined)
      throw new SetupError(`Port ${port} is asked for twice: by ${other} and by ${setting}.`, [
        `choose another one for either; free of each other are: GATEWAY_PORT=${DEFAULTS.GATEWAY_PORT} MONGOD_PORT=${DEFAULTS.MONGOD_PORT} KAFKA_PORT=${DEFAULTS.KAFKA_PORT}`,
      ]);
    taken.set(port, setting);
  }
}

function parseFlags(args: readonly string[]): {
  once: boolean;
  fresh: boolean;
  story: boolean;
  port: string | undefined;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        once: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        story: { type: 'boolean', default: true },
        port: { type: 'string' },
      },
    });
    return { ...values, port: values.port };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${reason} The command knows:`, USAGE);
  }
}

/** So many ports are taken above the one that is named. */
const SPAN = 110;

function readPort(setting: keyof typeof DEFAULTS, given: string | undefined): number {
  if (given === undefined || given === '') return DEFAULTS[setting];
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_535 - SPAN) return port;
  throw new SetupError(`${setting} is "${given}", which is not a usable port.`, [
    `give a number from 1024 to ${65_535 - SPAN}, e.g. ${setting}=${DEFAULTS[setting]}`,
  ]);
}
