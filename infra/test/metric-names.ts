import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY } from '../local/places.ts';

const FOLDER = join(REPOSITORY, 'infra/monitoring');

export const readMonitoring = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

export const rules: readonly Rule[] = (
  parse(readMonitoring('alerts.yml')) as { groups: { rules: Rule[] }[] }
).groups.flatMap((group) => group.rules);

export const dashboards = readdirSync(join(FOLDER, 'dashboards')).map(
  (file) => [file, JSON.parse(readMonitoring(join('dashboards', file))) as Dashboard] as const,
);

/** Names of metrics in an expression: words that are no function, no label and no keyword of PromQL. */
export function metricsIn(expression: string): readonly string[] {
  const bare = expression
    .replace(/\{[^}]*\}/g, '')
    .replace(/\b(by|without|on|ignoring) ?\([^)]*\)/g, '')
    .replace(/\[[^\]]*\]/g, '');
  const words = [...bare.matchAll(/[a-z_][a-z0-9_]*(?!\w*\s*\()\b/gi)].map(([word]) => word);
  return words
    .filter((word) => word.includes('_') || word === 'up')
    .filter((word) => word !== 'histogram_quantile')
    .map((word) => word.replace(/_(bucket|count)$/, ''));
}

/** All that alerts and dashboards ask for. */
export function metricsAskedFor(): readonly string[] {
  const shown = dashboards.flatMap(([, { panels }]) => panels.flatMap(({ targets }) => targets));
  return [...new Set([...rules, ...shown].flatMap(({ expr }) => metricsIn(expr)))];
}
