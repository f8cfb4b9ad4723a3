import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import type { Outcome } from './outcome.ts';
import { REPOSITORY } from './places.ts';
import { runCommand } from './servers/index.ts';

const SCHEMA = 'packages/client/schema.graphql';
const ENTRIES = 'docs/schema-changes.md';

/** Where the graph of the released branch may stand: a clone knows it as the remote's, its owner as a branch. */
const BASES = ['origin/main', 'main'];

/**
 * What would break clients, or might, beside the graph of main: each needs a row in `docs/schema-changes.md` that names
 * it and says what to do instead.
 */
export async function checkSchemaChanges(): Promise<Outcome> {
  const before = await schemaOfMain();
  // An archive has no history: there is nothing to compare with, and whoever lands it has.
  if (before === null) return { ok: true, output: 'There is no main branch here to compare the graph with.' };
  const after = readFileSync(join(REPOSITORY, SCHEMA), 'utf8');
  const entries = readFileSync(join(REPOSITORY, ENTRIES), 'utf8');
  const open = before === after ? [] : await unexplainedChanges(before, after, entries);
  const lines = open.map((change) => `${change.criticality.level}: ${change.message} (\`${change.path}\`)`);
  return {
    ok: open.length === 0,
    output: [...lines, `Each needs a row in ${ENTRIES} that names its path and says what clients do.`].join(
      '\n',
    ),
  };
}

/** @param entries the document that explains changes, which names their paths as code */
export async function unexplainedChanges(
  before: string,
  after: string,
  entries: string,
): Promise<readonly Change[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const explained = new Set([...entries.matchAll(/`([\w.]+)`/g)].map(([, path = '']) => path));
  return changes.filter(
    ({ criticality, path }) =>
      criticality.level !== CriticalityLevel.NonBreaking && !isExplained(path ?? '', explained),
  );
}

/** A row for a type explains what lies within it; one for a field its arguments. */
function isExplained(path: string, explained: ReadonlySet<string>): boolean {
  const steps = path.split('.');
  return steps.some((_step, at) => explained.has(steps.slice(0, at + 1).join('.')));
}

async function schemaOfMain(): Promise<string | null> {
  for (const base of BASES) {
    const { ok, output } = await runCommand('git', ['-C', REPOSITORY, 'show', `${base}:${SCHEMA}`]);
    if (ok) return output;
  }
  return null;
}
