import { createHash } from 'node:crypto';
import { SetupError } from '../setup-error.ts';
import { kafkaJars } from './kafka-jars.ts';
import type { Report } from './report.ts';
import { runCommand } from './run-command.ts';

export const KAFKA_VERSION = '4.1.1';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** How this machine runs a broker whose configuration and data lie in one folder. */
export interface KafkaLaunch {
  readonly format: (dir: string) => Command;
  readonly serve: (dir: string) => Command;
  /** Ends what a kill of the started process alone would leave running. */
  readonly end: (dir: string) => Promise<void>;
}

/** Java and Maven, else Docker: whichever the machine has. */
export async function findKafka(report: Report): Promise<KafkaLaunch> {
  const java = await withJava(report);
  if (java.launch !== null) return java.launch;
  if ((await runCommand('docker', ['info'], 20_000)).ok) return withDocker();
  throw new SetupError(`No way to run Kafka was found (${java.lack}; Docker does not answer).`, [
    'install Java 17 or later and Maven (Debian: apt-get install default-jre-headless maven), or',
    'start Docker, or',
    'name running brokers: KAFKA_BROKERS=host:9092 npm start',
  ]);
}

interface JavaAnswer {
  readonly launch: KafkaLaunch | null;
  readonly lack: string;
}

async function withJava(report: Report): Promise<JavaAnswer> {
  const { output } = await runCommand('java', ['-version'], 30_000);
  const major = javaMajor(output);
  if (major < 17) return { launch: null, lack: major === 0 ? 'no Java' : `Java ${major} is older than 17` };
  try {
    const classpath = `${await kafkaJars(report)}/*`;
    return { launch: javaLaunch(classpath), lack: '' };
  } catch (failure) {
    return { launch: null, lack: failure instanceof Error ? failure.message : String(failure) };
  }
}

/** `1.8.0_392` is Java 8; since 9 the first number counts. 0 when there is no Java. */
export function javaMajor(versionOutput: string): number {
  const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(versionOutput) ?? [];
  return Number(first === '1' ? second : first);
}

function javaLaunch(classpath: string): KafkaLaunch {
  const jvm = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classpath];
  return {
    format: (dir) => inJava([...jvm, 'kafka.tools.StorageTool', ...formatArgs(dir)]),
    serve: (dir) => inJava([...jvm, 'kafka.Kafka', propertiesIn(dir)]),
    end: async () => {},
  };
}

/** Names of files are UTF-8 to Java only where the locale says so; a folder may be called 牵手 anywhere. */
function inJava(args: readonly string[]): Command {
  return { command: 'java', args, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
}

/** The container shares the host's network and folder, so that one configuration serves both ways. */
function withDocker(): KafkaLaunch {
  const nameOf = (dir: string): string =>
    `qianshou-kafka-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
  const run = (dir: string, script: readonly string[]): Command => {
    const user = `${process.getuid?.() ?? 1000}:${process.getgid?.() ?? 1000}`;
    const place = ['--network', 'host', '--user', user, '--volume', `${dir}:${dir}`];
    // The image's own folder of logs belongs to its own user.
    const settings = ['--env', 'LOG_DIR=/tmp', '--env', 'KAFKA_HEAP_OPTS=-Xms128m -Xmx512m'];
    const image = `apache/kafka:${KAFKA_VERSION}`;
    const options = ['run', '--rm', '--name', nameOf(dir), ...place, ...settings];
    return { command: 'docker', args: [...options, image, ...script] };
  };
  return {
    format: (dir) => run(dir, ['/opt/kafka/bin/kafka-storage.sh', ...formatArgs(dir)]),
    serve: (dir) => run(dir, ['/opt/kafka/bin/kafka-server-start.sh', propertiesIn(dir)]),
    end: async (dir) => {
      await runCommand('docker', ['rm', '--force', nameOf(dir)], 30_000);
    },
  };
}

function formatArgs(dir: string): readonly string[] {
  return [
    'format',
    '--standalone',
    '--ignore-formatted',
    '-t',
    'cWlhbnNob3UtbG9jYWwtMQ',
    '-c',
    propertiesIn(dir),
  ];
}

export function propertiesIn(dir: string): string {
  return `${dir}/server.properties`;
}
