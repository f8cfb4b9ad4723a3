import { join } from 'node:path';
import { runCommandLine } from './command.ts';
import { interruption, whenAborted } from './interruption.ts';
import { openIssuer, type Issuer, tellExplorer } from './issuer/index.ts';
import { requireRoom } from './obstacles.ts';
import { LOCAL } from './places.ts';
import { endLeftovers, stopOwnChildren } from './servers/index.ts';
import { openJournal, playStory, printScorecard } from './story/index.ts';
import { bringUp, requirePorts } from './system/bring-up.ts';
import { journalFile, prepareRecords, storyIsOver } from './system/local-records.ts';
import { takeLock } from './system/lock.ts';
import { readSettings, type Settings } from './system/settings.ts';
import { localSystem, type System } from './system/system.ts';
import { welcome } from './system/welcome.ts';

/** `npm start`: the whole system on this machine, until Ctrl-C. */
await runCommandLine(async () => {
  const settings = readSettings(process.argv.slice(2), process.env);
  const interrupted = interruption();
  const release = takeLock(join(LOCAL, 'start.lock'));
  try {
    await Promise.race([run(settings, interrupted), whenAborted(interrupted)]);
  } finally {
    if (interrupted.aborted) console.log('\nStopping …');
    await stopOwnChildren();
    release();
  }
  console.log('Everything is stopped.');
  // Whatever an interrupted start was still waiting for is of no use to anybody now.
  process.exit(0);
});

async function run(settings: Settings, interrupted: AbortSignal): Promise<void> {
  await clearTheWay(settings);
  const issuer = await openIssuer();
  const death = Promise.withResolvers<never>();
  const system = localSystem({ ...settings, folder: LOCAL, issuer, onDeath: death.reject, report: say });
  await Promise.race([use(system, issuer, settings, interrupted), death.promise]);
}

async function use(
  system: System,
  issuer: Issuer,
  settings: Settings,
  interrupted: AbortSignal,
): Promise<void> {
  await bringUp(system);
  if (settings.story) await tellStory(system, issuer);
  await tellExplorer(issuer, LOCAL);
  if (settings.once) return;
  console.log(welcome(settings));
  await whenAborted(interrupted);
}

async function tellStory({ gatewayUrl }: System, { issueToken }: Issuer): Promise<void> {
  const options = { gatewayUrl, issueToken, report: say };
  const database = process.env['MONGODB_URI'] ?? 'local';
  await playStory({ ...options, journal: openJournal(journalFile(LOCAL), database) });
  storyIsOver(LOCAL);
  await printScorecard(options);
}

async function clearTheWay(settings: Settings): Promise<void> {
  requireRoom(LOCAL);
  const ended = await endLeftovers();
  if (ended.length > 0) say(`Ended what an earlier run left behind: ${ended.join(', ')}`);
  await requirePorts(settings);
  const foreign = process.env['MONGODB_URI'] !== undefined;
  prepareRecords(LOCAL, { ...settings, foreign });
}

function say(line: string): void {
  console.log(line);
}
