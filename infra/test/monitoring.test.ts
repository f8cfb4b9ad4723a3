import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayMetrics, WATCHED_GAUGES } from '../../gateway/src/metrics.ts';
import { metricsRegistry } from '@qianshou/service-kit/health';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../local/places.ts';
import { portsFrom } from '../local/roster.ts';
import { dashboards, metricsIn, readMonitoring, rules } from './metric-names.ts';

/** What the processes expose: what Node's own collectors make, and what is declared in the kit and the gateway. */
const exposed = new Set([
  'up',
  ...metricsRegistry('monitoring')
    .getMetricsAsArray()
    .map(({ name }) => name),
  ...declaredIn('packages/service-kit/src'),
  ...ofGateway(),
]);

function ofGateway(): readonly string[] {
  const registry = metricsRegistry('gateway');
  const metrics = gatewayMetrics(registry);
  for (const name of WATCHED_GAUGES) metrics.watch(name, () => 0);
  return registry.getMetricsAsArray().map(({ name }) => name);
}

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

const unknownIn = (expression: string): readonly string[] =>
  metricsIn(expression).filter((name) => !exposed.has(name));

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
    const { scrape_configs: jobs } = parse(readMonitoring('prometheus.yml')) as {
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
