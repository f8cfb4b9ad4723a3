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
  'npm start -- --port 5000     the gateway at 5000, the services at 5001 … 5005 (or GATEWAY_PORT=5000)',
];

/** What the command line and the environment say. */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { once, fresh, story, port } = parseFlags(args);
  const gateway = port ?? environment['GATEWAY_PORT'];
  return {
    once,
    fresh,
    story,
    ports: portsFrom(readPort('GATEWAY_PORT', gateway)),
    mongodPort: readPort('MONGOD_PORT', environment['MONGOD_PORT']),
    kafkaPort: readPort('KAFKA_PORT', environment['KAFKA_PORT']),
  };
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
