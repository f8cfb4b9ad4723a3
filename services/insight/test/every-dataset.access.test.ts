import { definitionOf, type EventType } from '@qianshou/events';
import { type Actor, type Grant, isWithin, type RegionCode } from '@qianshou/kernel';
import { guardedPaths } from '@qianshou/service-kit/graphql';
import { askEverybody, auditProbes, type Probes } from '@qianshou/testing';
import fc from 'fast-check';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, isPersonal } from '../src/domain/dataset/dataset.ts';
import { DATASETS } from '../src/domain/dataset/datasets.ts';
import { dimensionsOf } from '../src/domain/question/dimensions.ts';
import { STEP } from '../src/domain/small-cells.ts';
import { FEED } from '../src/messaging/feed/feed.ts';
import { type InsightGraph, insightGraph } from './under-test.ts';

const REGIONS = ['420581100', '420581101', '420502001', '640522100', '350203001'];

let graph: InsightGraph;
let probes: Probes;

/** Of every dataset what the examples of its events tell, once in each of some regions. */
beforeAll(async () => {
  graph = await insightGraph();
  for (const [at, place] of REGIONS.entries())
    for (const type of Object.keys(FEED) as EventType[]) {
      if (/struck|merged/.test(type)) continue;
      const text = JSON.stringify(definitionOf(type)?.example)
        .replaceAll(/"(420581100|420581104)"/g, JSON.stringify(place))
        .replaceAll(/"(420581|640522|350203)"/g, JSON.stringify(place.slice(0, 6)))
        .replaceAll(/_01900000-0000-7000-8000-0/g, `_01900000-0000-7000-8000-${at}`);
      graph.tell(type, JSON.parse(text));
    }
  const auditing = await auditProbes(graph, 'insight', { objectId: 'qry_1', region: '420581' });
  probes = {
    ...auditing,
    ...Object.fromEntries(DATASETS.flatMap(({ name, scope }) => probesOf(name, scope))),
  };
});
afterAll(() => graph.stop());

function probesOf(name: string, scope: string): readonly (readonly [string, object])[] {
  const at = { [scope]: scope === 'TOWNSHIP' ? '420581100' : '420581' };
  const within = { regionCode: { within: scope === 'TOWNSHIP' ? '420581100' : '420581' } };
  return [
    [`Query.${name}Rows`, { args: { where: within }, at }],
    [`Query.${name}Groups`, { args: { by: ['COUNTY'], where: within }, at }],
  ];
}

const paths = guardedPaths(join(import.meta.dirname, '..'));

describe('every dataset', () => {
  it('has its two fields and no other, and rows of each are told', async () => {
    const fields = DATASETS.flatMap(({ name }) => [`Query.${name}Rows`, `Query.${name}Groups`]);

    expect(paths.filter((path) => !/Audit|Position/.test(path)).toSorted()).toEqual(fields.toSorted());
    for (const { name } of DATASETS) {
      const answer = await graph.answer(`{ ${name}Rows { totalCount } }`);
      expect([name, answer[`${name}Rows`].totalCount > 0]).toEqual([name, true]);
    }
  });

  it('admits whom its @access names, where it says, and nobody else', async () => {
    for (const path of ['Query.stationRows', 'Query.paymentGroups']) {
      const answers = await askEverybody(graph, path, probes);
      expect(answers.asked).toEqual(answers.declared);
    }
  });
});

const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom('ANALYST', 'PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'FINANCE_AUDITOR'),
  region: fc.constantFrom(...['420000', '420500', '420581', '420581100', '640000', '110000'].map(region)),
});

function region(text: string): RegionCode {
  return text as RegionCode;
}

describe('whatever anybody asks', () => {
  it('is answered from the regions of their grants alone', async () => {
    const asked = fc.record({
      grants: fc.array(grant, { minLength: 1, maxLength: 2 }),
      dataset: fc.constantFrom(...DATASETS),
      pick: fc.nat(),
      negated: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ grants, dataset, pick, negated }) => {
        const { seen, grouped, by, within } = await found({ subject: 'test|anybody', grants }, dataset, {
          pick,
          negated,
        });
        const foreign = seen.filter(
          (code) => !grants.some((each) => isWithin(code, region(each.region ?? ''))),
        );

        expect(foreign).toEqual([]);
        if (!addsUp(by, grouped)) return;
        const counted = grouped.reduce((sum, { denominator }) => sum + denominator, 0);
        expect(Math.abs(counted - seen.length)).toBeLessThanOrEqual(within * grouped.length);
      }),
      { numRuns: 30 },
    );
  });
});

interface CountedGroup {
  readonly denominator: number;
  readonly suppressed: boolean;
}

async function found(actor: Actor, dataset: Dataset, { pick, negated }: { pick: number; negated: boolean }) {
  const dimensions = dimensionsOf(dataset);
  const { name: by, field } = dimensions[pick % dimensions.length] ?? { name: '', field: '' };
  const where = negated ? `where: { not: { ${dataset.place}: { within: "420581" } } }` : 'first: 100';
  const { rows, groups } = await graph.answer(
    `{ rows: ${dataset.name}Rows(${where}) { nodes { region { code } } }
       groups: ${dataset.name}Groups(by: [${by}], ${where}) { nodes { denominator suppressed } } }`,
    actor,
  );
  const nodes = rows.nodes as { readonly region: { readonly code: RegionCode } }[];
  const grouped = groups.nodes as CountedGroup[];
  // Numbers of persons are told in steps: each group is off by less than half a step.
  const within = isPersonal(dataset, field) ? Math.floor(STEP / 2) : 0;
  return { seen: nodes.map((node) => node.region.code), grouped, by, within };
}

/** A row with several values is in several groups; a small group is not told. */
function addsUp(by: string, grouped: readonly CountedGroup[]): boolean {
  return (
    grouped.length > 0 &&
    !grouped.some(({ suppressed }) => suppressed) &&
    !/^(MISSING|TASK_GROUPS|STATIONS)$/.test(by)
  );
}
