// The door of every npm script: runs on whatever Node the machine has, makes sure that the pinned dependencies are
// there, and hands over to the Node that comes with them, which runs TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants as modes,
  existsSync,
  readdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { constants, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typesAreFresh, writeTypesStamp } from './types-stamp.mjs';

const PNPM = 'pnpm@12.21.0';
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
// Whoever adds a dependency, and CI, hold the lockfile against the policies of pnpm-workspace.yaml; that needs all that
// the registry knows of each package. Whoever only runs a checkout takes the lockfile, with its checksums, as it is.
const INSTALL = ['--frozen-lockfile', '--loglevel=error', ...(process.env.CI ? [] : ['--trust-lockfile'])];
const ROOM_MB = 1000;
const { W_OK } = modes;
const STAMP = join(REPOSITORY, 'node_modules', '.qianshou-installed');
const COMMANDS_ON_TYPES = new Set(['check', 'generate', 'test']);

requireNode20();
process.chdir(REPOSITORY);
const [command = '', ...args] = process.argv.slice(2);
requireCommand();
installIfChanged();
if (COMMANDS_ON_TYPES.has(command)) generateTypesIfChanged();
handOver();

function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  fail(
    `Node ${process.versions.node} is too old: install Node 20 or later (https://nodejs.org), then try again.`,
  );
}

function requireCommand() {
  if (/^[a-z]+$/.test(command) && existsSync(scriptOf(command))) return;
  fail(`There is no command "${command}". Start with: npm start`);
}

function installIfChanged() {
  const wanted = hashOf('pnpm-lock.yaml');
  if (isInstalled(wanted)) return;
  requireWritable('The dependencies have to be installed');
  say('Installing the pinned dependencies (once; a minute or so) …');
  // What it prints goes to stderr: stdout belongs to the command, e.g. to the token that it prints.
  const { status, error } = spawnSync('npx', ['--yes', PNPM, 'install', ...INSTALL], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (error !== undefined)
    fail(`npx could not be started (${error.message}): it comes with npm; install both.`);
  if (status !== 0) fail(`The dependencies could not be installed: ${whyNot()}`);
  writeFileSync(STAMP, wanted);
}

/** Whole, and of this lockfile: a folder that somebody removed is installed again. */
function isInstalled(wanted) {
  const stands = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;
  return stands && [tool('node'), ...modulesOfParts()].every((path) => existsSync(path));
}

function modulesOfParts() {
  const groups = ['services', 'packages'].flatMap((group) =>
    readdirSync(join(REPOSITORY, group)).map((part) => join(group, part)),
  );
  const parts = ['gateway', 'infra', ...groups].map((part) => join(REPOSITORY, part));
  return parts.filter((part) => hasDependencies(part)).map((part) => join(part, 'node_modules'));
}

function hasDependencies(part) {
  const file = join(part, 'package.json');
  return existsSync(file) && /"(devD|d)ependencies"/.test(readFileSync(file, 'utf8'));
}

function requireWritable(what) {
  try {
    accessSync(REPOSITORY, W_OK);
    if (existsSync(join(REPOSITORY, 'node_modules'))) accessSync(join(REPOSITORY, 'node_modules'), W_OK);
  } catch {
    fail(
      [
        `${what}, and ${REPOSITORY} cannot be written by ${userInfo().username}.`,
        '  - run it as the owner of this checkout, or',
        '  - clone the repository into a folder of your own',
      ].join('\n'),
    );
  }
}

function whyNot() {
  const { bavail, bsize } = statfsSync(REPOSITORY);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < ROOM_MB)
    return `${free} MB are free on the disk of ${REPOSITORY}, ${ROOM_MB} MB are needed. Free some, then try again.`;
  return 'see above. Is the npm registry within reach (npm ping)? Then try again.';
}

function generateTypesIfChanged() {
  if (typesAreFresh(REPOSITORY)) return;
  requireWritable('The types of the schemas have to be generated');
  say('Generating the types of the schemas …');
  const { status } = spawnSync(tool('graphql-codegen'), ['--config', 'codegen.ts', '--silent'], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: onOwnNode(),
  });
  if (status !== 0)
    fail(
      'The types could not be generated: see above which schema or query is wrong. After a change of a schema, run npm run supergraph first.',
    );
  writeTypesStamp(REPOSITORY);
}

function handOver() {
  // The channel tells the command when this process is gone, however it ended: then it drains and ends too.
  const child = spawn(tool('node'), [scriptOf(command), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: onOwnNode(),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`${command} could not be started: ${error.message}`));
  child.once('exit', (code, signal) =>
    process.exit(signal === null ? code : 128 + constants.signals[signal]),
  );
}

/** A killed npm tells nobody: its scripts say `exec`, so that npm itself, and no shell, is the parent that is watched. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    end();
  }, 500);
}

function onOwnNode() {
  return {
    // Every process of ours loads the same thousand modules: what Node made of them once, the next one takes.
    NODE_COMPILE_CACHE: join(REPOSITORY, '.local', 'compile-cache'),
    ...process.env,
    PATH: `${join(REPOSITORY, 'node_modules', '.bin')}:${process.env.PATH}`,
  };
}

function tool(name) {
  return join(REPOSITORY, 'node_modules', '.bin', name);
}

function scriptOf(name) {
  return join(REPOSITORY, 'infra', 'local', `${name}.ts`);
}

function hashOf(file) {
  return createHash('sha256')
    .update(readFileSync(join(REPOSITORY, file)))
    .digest('hex');
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(message) {
  say(message);
  process.exit(1);
}
