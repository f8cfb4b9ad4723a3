import Table from 'cli-table3';
import type { ImportColumn, ImportRun } from './import-operations.ts';

/** What became of the file, and the first rows of which something is to be said. */
export function outcomeTable(run: ImportRun): string {
  const counts = new Table({ head: [`import ${run.id}`, 'rows', 'new', 'known', 'refused'] });
  for (const [step, { rows, new: fresh, known, refused }] of [
    ['试运行 dry run', run.check],
    ['已写入 written', run.application],
  ] as const) {
    counts.push([step, ...[rows, fresh, known, refused].map((count) => count.toLocaleString('en'))]);
  }
  const parts = [`${run.status} · ${run.encoding ?? 'encoding unknown'}`, counts.toString()];
  if (run.problem !== null) parts.push(`${run.problem.code}: ${run.problem.message}`);
  if (run.findings.nodes.length > 0) parts.push(findingTable(run));
  return parts.join('\n');
}

function findingTable({ findings }: ImportRun): string {
  const table = new Table({
    head: ['line', 'column', '', 'what is the matter'],
    wordWrap: true,
    colWidths: [8, 24, 9, 80],
  });
  for (const { line, column, severity, code, message } of findings.nodes) {
    table.push([line, column ?? '—', severity, `${code}\n${message}`]);
  }
  return table.toString();
}

export function columnTable(columns: readonly ImportColumn[]): string {
  const table = new Table({ head: ['column', '列名', 'needed', 'what belongs into it', 'example'] });
  for (const { name, heading, required, about, example } of columns) {
    table.push([name, heading, required ? '✓' : '', about, example]);
  }
  return table.toString();
}
