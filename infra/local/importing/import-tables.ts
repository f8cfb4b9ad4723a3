import Table from 'cli-table3';
import { type FoundRun, type ImportColumn, SEVERITIES } from './import-operations.ts';
import type { ImportWords } from './import-words.ts';

/** What became of the file, and the first rows of which something is to be said. */
export function outcomeTable(run: FoundRun, words: ImportWords): string {
  const counts = new Table({ head: [run.id, ...words.counts] });
  for (const [at, { rows, new: fresh, changed, known, refused }] of [run.check, run.application].entries()) {
    const step = words.steps[at] ?? '';
    counts.push([
      step,
      ...[rows, fresh, changed ?? 0, known, refused].map((count) => count.toLocaleString('en')),
    ]);
  }
  const status = words.statuses[run.status] ?? run.status;
  const parts = [`${status} · ${run.encoding ?? words.unknownEncoding}`, counts.toString()];
  if (run.problem !== null) parts.push(`${run.problem.code}: ${run.problem.message}`);
  for (const severity of SEVERITIES) parts.push(...findingTable(run, severity, words));
  return parts.join('\n');
}

function findingTable(
  run: FoundRun,
  severity: (typeof SEVERITIES)[number],
  words: ImportWords,
): readonly string[] {
  const { nodes, totalCount } = run[severity];
  if (nodes.length === 0) return [];
  const table = new Table({ head: [...words.findings], wordWrap: true, colWidths: [8, 26, 90] });
  for (const { line, heading, code, message } of nodes)
    table.push([line, heading ?? '—', `${code}\n${message}`]);
  const more = (totalCount ?? nodes.length) - nodes.length;
  return [words.severities[severity], table.toString(), ...(more > 0 ? [words.more(more)] : [])];
}

export function columnTable(columns: readonly ImportColumn[], words: ImportWords): string {
  const table = new Table({ head: [...words.columns] });
  for (const { name, heading, required, about, example } of columns) {
    table.push([name, heading, required ? '✓' : '', about, example]);
  }
  return table.toString();
}
