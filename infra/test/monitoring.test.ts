import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsRegistry } from '@qianshou/service-kit/health';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../local/places.ts';
import { portsFrom } from '../local/roster.ts';

const FOLDER = join(REPOSITORY, 'infra/monitoring');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

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

const rules = (parse(read('alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const dashboards = readdirSync(join(FOLDER, 'dashboards')).map(
  (file) => [file, JSON.parse(read(join('dashboards', file))) as Dashboard] as const,
);

/** What the processes expose: what Node's own collectors make, and what is declared in the kit and the gateway. */
const exposed = new Set([
  'up',
  ...metricsRegistry('monitoring')
    .getMetricsAsArray()
    .map(({ name }) => name),
  ...['packages/service-kit/src', 'gateway/src'].flatMap(declaredIn),
]);

function declaredIn(folder: string): readonly string[] {
  const root = join(REPOSITORY, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return /prom-client|scrapedGauge/.test(text)
      ? [...text.matchAll(/\bname: '([a-z_]+)'/g)].map(([, name]) => name ?? '')
      : [];
  });
}

/** Names of metrics in an expression: words that are no function, no label and no keyword of PromQL. */
function metricsIn(expression: string): readonly string[] {
  const bare = expression
    .replace(/\{[^}]*\}/g, '')
    .replace(/\b(by|without|on|ignoring) ?\([^)]*\)/g, '')
    .replace(/\[[^\]]*\]/g, '');
  const words = [...bare.matchAll(/[a-z_][a-z0-9_]*(?!\w*\s*\()\b/gi)].map(([word]) => word);
  return words
    .filter((word) => word.includes('_') || word === 'up')
    .filter((word) => word !== 'histogram_quantile');
}

const unknownIn = (expression: string): readonly string[] =>
  metricsIn(expression).filter(
    (name) => !exposed.has(name) && !exposed.has(name.replace(/_(bucket|sum|count)$/, '')),
  );

describe('monitoring', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s rests on metrics that the processes expose, and says what to do',
    (_name, { expr, labels, annotations }) => {
      expect(metricsIn(expr)).not.toEqual([]);
      expect(unknownIn(expr)).toEqual([]);
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.runbook.length).toBeGreaterThan(40);
    },
  );

  it.each(dashboards)('%s shows metrics that the processes expose', (_file, { panels }) => {
    const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

    expect(expressions.flatMap(metricsIn).length).toBeGreaterThan(expressions.length - 1);
    expect(expressions.flatMap(unknownIn)).toEqual([]);
  });

  it('is not contented with a metric that nobody exposes', () => {
    expect(unknownIn('sum by (service) (rate(inbox_lagging_total{a="b"}[5m])) > 0')).toEqual([
      'inbox_lagging_total',
    ]);
  });

  it('scrapes the health port of every process', () => {
    const { scrape_configs: jobs } = parse(read('prometheus.yml')) as {
      scrape_configs: { static_configs: { targets: string[] }[] }[];
    };
    const targets = jobs.flatMap((job) => job.static_configs.flatMap((each) => each.targets));

    expect(targets.toSorted()).toEqual(
      Object.entries(portsFrom())
        .map(([name, { health }]) => `${name}:${health}`)
        .toSorted(),
    );
  });
});
