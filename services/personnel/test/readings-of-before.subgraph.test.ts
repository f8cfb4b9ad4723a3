import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDisclosures } from '../src/persistence/worker/fill-disclosures.ts';
import { aPastResident } from './operations.ts';
import { type PersonnelGraph, personnelGraph } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

describe('readings of before', () => {
  it('are listed once, in the county of the person, also where filling them was interrupted', async () => {
    const { workerId } = await aPastResident(graph);
    const disclosures = graph.connection.collection('disclosures');
    const reading = { kind: 'DISCLOSURE', at: new Date('2026-11-01T02:00:00Z'), workerId, field: 'NAME' };
    const { insertedId } = await disclosures.insertOne({ ...reading });

    await fillDisclosures(graph.connection);
    await disclosures.insertOne({ ...reading, _id: insertedId });
    await fillDisclosures(graph.connection);

    expect(await disclosures.find({ workerId }).toArray()).toEqual([
      { ...reading, _id: String(insertedId), countyCode: '420581' },
    ]);
  });
});
