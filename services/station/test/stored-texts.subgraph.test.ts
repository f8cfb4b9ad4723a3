import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { station } from '../src/container.ts';
import { operating, planned, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;
let id: string;

beforeAll(async () => {
  graph = await stationGraph();
  id = await operating(graph);
});
afterAll(() => graph.stop());

const MARKED = '\u5165\u6237\u8D70\u8BBF 13812345678';
const TEXTS = new Set([...station.publicTexts, 'note']);
/** They are within the station, or in a list that says of itself what points at a person. */
const OTHERWISE = ['stations', 'acceptance_checks', 'station_activities'];

const evidence = async (): Promise<string> => {
  const { data } = await graph.execute(`{ station(id: "${id}") { checks { rule passed evidence } } }`);
  return data.station.checks.find(({ rule }: { rule: string }) => rule === 'STA-12').evidence;
};

/** By complement: every text that a model keeps of something that belongs to a station. */
const fieldsOfRecords = (): readonly (readonly [collection: string, field: string])[] =>
  Object.values(graph.connection.models)
    .filter(({ schema }) => schema.path('stationId') !== undefined)
    .filter(({ collection }) => !OTHERWISE.includes(collection.collectionName))
    .flatMap(({ schema, collection }) =>
      Object.entries(schema.paths).flatMap(([path, type]) => {
        const paths = [path, ...Object.keys(type.schema?.paths ?? {}).map((below) => `${path}.${below}`)];
        return paths
          .filter((each) => TEXTS.has(each.split('.').at(-1) ?? ''))
          .map((field) => [collection.collectionName, field] as const);
      }),
    );

const rowWith = (field: string) => {
  const [first = '', second] = field.split('.');
  return second === undefined ? { [first]: MARKED } : { note: 'x', [first]: { [second]: MARKED } };
};

describe('STA-12 the check of a station', () => {
  it('names every text of whatever is kept of it that points at a person, by field and record', async () => {
    const fields = fieldsOfRecords();
    const of = new Map<string, string>();
    let year = 1990;
    for (const [collection, field] of fields) {
      const _id = randomUUID();
      year += 1;
      await graph.connection
        .collection<{ readonly _id: string } & Readonly<Record<string, unknown>>>(collection)
        .insertOne({ _id, version: 1, stationId: id, kind: 'ANNUAL', year, ...rowWith(field) });
      of.set(`${collection}.${field}`, `${field} of ${_id}: PHONE`);
    }

    const said = await evidence();

    expect([...of].filter(([, finding]) => !said.includes(finding)).map(([place]) => place)).toEqual([]);
    expect(new Set(fields.map(([collection]) => collection))).toEqual(
      new Set(['complaints', 'service_records', 'station_evaluations', 'station_visits', 'village_rooms']),
    );
    expect(said).not.toContain('13812345678');
  });

  it('reads of each station its own: one with very many records hides no other, and is not called clean', async () => {
    const [many, few] = [
      await planned(graph, '420581103', '松木坪镇'),
      await planned(graph, '420581107', '王家畈镇'),
    ];
    const complaints = graph.connection.collection<{ readonly _id: string }>('complaints');
    const one = (stationId: string, description: string) => ({
      _id: randomUUID(),
      version: 1,
      stationId,
      description,
    });
    await complaints.insertMany(Array.from({ length: 10_001 }, () => one(many, '\u5165\u6237')));
    const marked = one(few, MARKED);
    await complaints.insertOne(marked);

    const { data } = await graph.execute(
      `{ many: station(id: "${many}") { ...texts } few: station(id: "${few}") { ...texts } }
       fragment texts on Station { checks { rule passed evidence } }`,
    );

    const texts = ({ checks }: { readonly checks: readonly { readonly rule: string }[] }) =>
      checks.find(({ rule }) => rule === 'STA-12');
    expect(texts(data.few)).toMatchObject({
      passed: false,
      evidence: `description of ${marked._id}: PHONE`,
    });
    expect(texts(data.many)).toMatchObject({
      passed: null,
      evidence: 'no text points at a person; only the first 5000 of complaints were read',
    });
  });
});
