import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absent where only the gateway's own folder was copied; descriptions say nothing of access then. */
const ACCESS = fileURLToPath(new URL('../../../docs/access.md', import.meta.url));

/** By operation (`openStation`) or field (`Contract.payments`): a sentence that says who may use it. */
export function whoMay(file: string = ACCESS): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  const told: Record<string, string> = {};
  let roles: readonly string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('| operation')) roles = cellsOf(line).slice(1);
    const name = nameIn(line);
    if (name !== null && roles.length > 0) told[name] = sentenceOf(roles, cellsOf(line).slice(1));
  }
  return told;
}

const nameIn = (line: string): string | null => /^\| `(?<name>[\w.]+)`/.exec(line)?.groups?.['name'] ?? null;

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function sentenceOf(roles: readonly string[], over: readonly string[]): string {
  const admitted = roles.flatMap((role, at) => {
    const scope = over[at] ?? '';
    return scope === '' ? [] : [`${role.replace('<br>', ' ')}: ${scope}`];
  });
  return `Who may (谁可使用): ${admitted.length === 0 ? 'everybody (公众)' : admitted.join('; ')}.`;
}
