import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { obstacle } from './obstacles.ts';
import { SetupError } from './setup-error.ts';

/** Runs a command to its exit code. What stands in the way of the user is said; what is our fault shows its stack. */
export async function runCommandLine(command: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', whenNobodyReads);
  try {
    process.exitCode = await command();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`\n${describeFailure(obstacle(error))}\n`);
  }
}

/** `npm start | head`: who read has heard enough. That is no failure, and what was started is ended as by Ctrl-C. */
function whenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  if (!process.emit('SIGTERM')) process.exit(0);
}

/** What the graph refused is no fault of this program: its code and its message say all. */
function describeFailure(error: unknown): string {
  if (error instanceof SetupError || (error instanceof Error && error.name === 'Refusal'))
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** An option without a value. */
export const FLAG = { type: 'boolean', default: false } as const;

/** Names and options of a command; what it does not know is answered by what it does. */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: readonly string[],
  say = (reason: string): string => `${reason} The command knows:`,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new SetupError(say(error instanceof Error ? error.message : String(error)), usage);
  }
}

/** Flags without values, such as `--check`. */
export function parseFlags<Flag extends string>(
  args: readonly string[],
  flags: readonly Flag[],
): Readonly<Record<Flag, boolean>> {
  const options = Object.fromEntries(flags.map((flag) => [flag, FLAG] as const));
  try {
    return parseArgs({ args: [...args], options }).values as Record<Flag, boolean>;
  } catch {
    throw new SetupError(`These flags are not known: ${args.join(' ')}`, [
      `known flags: ${flags.map((flag) => `--${flag}`).join(' ')}`,
    ]);
  }
}
