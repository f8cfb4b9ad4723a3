import { definitionOf, type EventType, type KnownEvent } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { toldFields } from '../../domain/dataset/dataset.ts';
import { DATASETS, datasetOf } from '../../domain/dataset/datasets.ts';
import { changeOf, FEED } from './feed.ts';

const TYPES = Object.keys(FEED) as EventType[];

const told = (type: EventType) => {
  // What is told of stations since their signs are.
  const data: unknown = { ...definitionOf(type)?.example, signage: '演示社工站' };
  return changeOf({ type, data, time: '2026-06-30T17:00:00Z' } as KnownEvent, (id) => `alias of ${id}`);
};

describe('the feed of the datasets', () => {
  it.each(TYPES)('%s tells of declared fields alone', (type) => {
    const change = told(type);
    const declared = new Set(toldFields(datasetOf(change?.dataset ?? '')).map(([name]) => name));

    expect(Object.keys(change?.cells ?? {}).filter((name) => !declared.has(name))).toEqual([]);
    expect(change?.key).toBeTruthy();
  });

  it('tells every declared field by some event', () => {
    const changes = TYPES.map(told);
    const silent = DATASETS.flatMap((dataset) => {
      const fed = new Set(
        changes
          .filter((change) => change?.dataset === dataset.name)
          .flatMap((change) => Object.keys(change?.cells ?? {})),
      );
      return toldFields(dataset)
        .filter(([name]) => !fed.has(name))
        .map(([name]) => `${dataset.name}.${name}`);
    });

    expect(silent).toEqual([]);
  });

  it('carries no id of a worker, and tells days as they are in China', () => {
    const text = JSON.stringify(TYPES.map(told), (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );

    expect(text.replaceAll(/alias of wkr_/g, '')).not.toContain('wkr_');
    expect(told('qianshou.station.planned.v1')?.cells['plannedOn']).toBe('2026-07-01');
  });

  it('is fed row by row from one aggregate, whose order is that of the log', () => {
    const owners = TYPES.map((type) => [told(type)?.dataset, definitionOf(type)?.aggregate] as const);
    const byDataset = Map.groupBy(owners, ([dataset]) => dataset);

    for (const [dataset, fed] of byDataset)
      expect([dataset, new Set(fed.map(([, aggregate]) => aggregate)).size]).toEqual([dataset, 1]);
  });
});
