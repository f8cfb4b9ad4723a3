import { unmovedAgencyPaths } from '@qianshou/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NAMING_AGENCIES } from '../src/persistence/reference/naming-agencies.ts';
import {
  anOpenPreJobClass,
  hearOfLeaving,
  hearOfPosting,
  listOf,
  needsIn,
  statusOf,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

const statusesOf = async (classId: string) => (await listOf(graph, classId)).map(({ status }) => status);

describe('posting ended', () => {
  it('drops the need, and gives the seat to who waits', async () => {
    const classId = await anOpenPreJobClass(graph, { capacity: 1 });
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);
    await hearOfLeaving(graph, 1);

    expect(await statusesOf(classId)).toEqual(['WITHDRAWN', 'SEATED']);
    expect(await statusOf(graph, classId)).toBe('FULL');
    await hearOfLeaving(graph, 2);
    expect(await statusOf(graph, classId)).toBe('OPEN');
    expect(await needsIn(graph)).toEqual([]);
  });
});

describe('an agency that pairing merged into another one', () => {
  it('moves every field of every collection here that names an agency', () => {
    // The token with which somebody imports, as it was at that moment.
    expect(unmovedAgencyPaths(graph.connection, NAMING_AGENCIES)).toEqual([
      'import_runs.owner.grants.agencyId',
    ]);
  });
});
