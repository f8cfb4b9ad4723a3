import type { Actor, ImportKindName } from '@qianshou/kernel';
import type { Probe, Probes } from './access-matrix.ts';
import type { Askable } from './access-question.ts';

interface ProbedImports {
  /** What the operations are named after: `Station` for `beginStationImport`. */
  readonly of: string;
  readonly kind: ImportKindName;
  readonly owner: Actor;
  /** That a row may concern. */
  readonly region: string;
}

/** What is asked of a service's imports: a file of three bytes that its owner has begun to send. */
export async function importProbes(
  graph: Askable,
  { of, kind, owner, region }: ProbedImports,
): Promise<Probes> {
  const file = { kind, fileName: '演示.csv', sizeBytes: 3, sha256: '0'.repeat(64) };
  const begin = `mutation ($input: BeginImportInput!) { begun: begin${of}Import(input: $input) { import { id } } }`;
  const { data } = await graph.execute(begin, { input: file }, owner);
  const importId = data.begun.import.id as string;
  const at = { OWNER: String(owner.subject) };
  const ofOwner = (input: Record<string, unknown> = {}): Probe => ({
    args: { input: { importId, ...input } },
    at,
  });
  const name = `${of[0]?.toLowerCase()}${of.slice(1)}Import`;
  return {
    [`Query.${name}`]: { args: { id: importId }, at },
    [`Query.${name}s`]: { at },
    [`Query.${name}Columns`]: { args: { kind } },
    [`Mutation.begin${of}Import`]: { args: { input: file }, at: { EACH_ROW: region } },
    [`Mutation.addTo${of}Import`]: ofOwner({ offset: 0, content: ['YQ=='] }),
    [`Mutation.apply${of}Import`]: ofOwner(),
    [`Mutation.stop${of}Import`]: ofOwner(),
  };
}
