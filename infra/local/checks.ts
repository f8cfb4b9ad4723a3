import { join } from 'node:path';
import { Listr } from 'listr2';
import { REPOSITORY } from './places.ts';
import { TIMER } from './progress.ts';
import { runCommand } from './servers/index.ts';
import { runBoundaries } from './boundaries.ts';
import type { Outcome } from './outcome.ts';
import { checkSchemaChanges } from './schema-changes.ts';

export interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

export interface CheckResult extends Outcome {
  readonly name: string;
}

export const CHECKS: readonly Check[] = [
  { name: 'types (tsc)', run: () => tool('tsc', ['--noEmit', '--pretty', '-p', '.']) },
  { name: 'lint (oxlint)', run: () => tool('oxlint', []) },
  { name: 'boundaries (dependency-cruiser)', run: runBoundaries },
  { name: 'unused code (knip)', run: () => tool('knip', ['--no-progress', '--no-gitignore']) },
  { name: 'format (prettier)', run: () => tool('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'supergraph up to date', run: () => command('supergraph') },
  { name: 'style of the graph (graphql-eslint)', run: checkGraphStyle },
  { name: 'changes of the graph explained', run: checkSchemaChanges },
  { name: 'generated documents up to date', run: () => command('generate') },
];

/** Runs all of them, two at a time, and shows each with its time. What failed is told in full after the list. */
export async function runChecks(checks: readonly Check[] = CHECKS): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  const tasks = checks.map(({ name, run }) => ({
    title: name,
    task: async () => {
      const outcome = await run();
      results.push({ name, ...outcome });
      if (!outcome.ok) throw new Error('failed, see below');
    },
  }));
  await new Listr(tasks, {
    concurrent: 2,
    exitOnError: false,
    registerSignalListeners: false,
    rendererOptions: { showErrorMessage: false, collapseErrors: true, timer: TIMER },
    fallbackRenderer: 'simple',
    fallbackRendererOptions: { timer: TIMER },
  }).run();
  for (const { name, output } of results.filter(({ ok }) => !ok)) {
    console.log(`\n── ${name} ──\n${output.trim()}`);
  }
  return results;
}

function tool(name: string, args: readonly string[]): Promise<Outcome> {
  return runCommand(join(REPOSITORY, 'node_modules', '.bin', name), args);
}

function command(name: string): Promise<Outcome> {
  return runCommand(process.execPath, [join(import.meta.dirname, `${name}.ts`), '--check']);
}

function checkGraphStyle(): Promise<Outcome> {
  const eslint = join(REPOSITORY, 'infra', 'node_modules', '.bin', 'eslint');
  return runCommand(eslint, ['--config', 'infra/lint/graphql.mjs', 'packages/client/schema.graphql']);
}
