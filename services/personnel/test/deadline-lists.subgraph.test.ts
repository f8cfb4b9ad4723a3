import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDeadlines } from '../src/persistence/clock/fill-deadlines.ts';
import { OPERATOR, OTHER_OPERATOR, uuid } from './builders.ts';
import { aPastResident, type PostingThere, REVIEW } from './operations.ts';
import { bureau, done, manager, type PersonnelGraph, personnelGraph, province } from './under-test.ts';

let graph: PersonnelGraph;
let resident: PostingThere;

beforeAll(async () => {
  graph = await personnelGraph();
  resident = await aPastResident(graph, { startedOn: '2025-02-10' });
  await done(graph, REVIEW, { countyCode: '420581' });
});
afterAll(() => graph.stop());

const ask = async (args: string, actor = bureau) => {
  const query = `{ deadlines(${args}) { nodes { id } pageInfo { endCursor } } }`;
  const { data, errors } = await graph.execute(query, {}, actor);
  expect(errors).toEqual([]);
  return data.deadlines;
};
const idsOf = async (where: string, actor = bureau) =>
  (await ask(`where: { ${where} }`, actor)).nodes.map(({ id }: { readonly id: string }) => id);

describe('PER-9 deadlines', () => {
  it('are asked for by the role of the post and by the agency, over any region', async () => {
    const only = [resident.id];

    expect(await idsOf('role: { in: [RESIDENT, DEPUTY_HEAD] }')).toEqual(only);
    expect(await idsOf('role: { in: [STATION_HEAD] }')).toEqual([]);
    expect(await idsOf(`agencyId: { eq: "${OPERATOR}" }`, manager)).toEqual(only);
    expect(await idsOf(`agencyId: { eq: "${OPERATOR}" }, role: { in: [RESIDENT] }`)).toEqual(only);
    expect(await idsOf(`agencyId: { eq: "${OTHER_OPERATOR}" }`)).toEqual([]);
    for (const code of ['000000', '420000', '420500', '420581', '420581100'])
      expect(await idsOf(`regionCode: { within: "${code}" }, role: { in: [RESIDENT] }`, province)).toEqual(
        only,
      );
    expect(await idsOf('regionCode: { within: "640000" }, role: { in: [RESIDENT] }', province)).toEqual([]);
  });

  it('of before the role was kept with them get it', async () => {
    const rows = graph.connection.collection('deadlines');
    await rows.updateMany({}, { $unset: { role: '' } });
    expect(await idsOf('role: { in: [RESIDENT] }')).toEqual([]);

    await fillDeadlines(graph.connection);

    expect(await idsOf('role: { in: [RESIDENT] }')).toEqual([resident.id]);
  });

  it('are read from an index and in its order, whatever is asked, the second page too', async () => {
    await fill();
    await graph.connection.db?.command({ profile: 2 });
    const region = ['420000', '420581', '420581100'].map((code) => `regionCode: { within: "${code}" }`);
    const filters = ['', ...region].flatMap((within) =>
      ['', 'role: { in: [RESIDENT, DEPUTY_HEAD] }', `agencyId: { eq: "${OPERATOR}" }`].map(
        (filter) => `${within} ${filter}`,
      ),
    );
    for (const actor of [bureau, province])
      for (const where of filters)
        for (const direction of ['ASC', 'DESC']) {
          const args = `where: { ${where} }, orderBy: [{ field: DUE_ON, direction: ${direction} }], first: 5`;
          await expectIndexed(() => ask(args, actor), `${where} ${direction}`);
          const { pageInfo } = await ask(args, actor);
          await expectIndexed(() => ask(`${args}, after: "${pageInfo.endCursor}"`, actor), where);
        }
    await graph.connection.db?.command({ profile: 0 });
  });

  it('are told in the order asked for', async () => {
    const [first] = (await ask('orderBy: [{ field: DUE_ON }], first: 1')).nodes;
    const [last] = (await ask('orderBy: [{ field: DUE_ON, direction: DESC }], first: 1')).nodes;

    expect(first).not.toEqual(last);
  });
});

/** Enough that a plan without an index would show. */
async function fill(): Promise<void> {
  const rows = graph.connection.collection<{ _id: string }>('deadlines');
  const one = await rows.findOne({ _id: resident.id });
  const many = Array.from({ length: 400 }, (_, at) => ({
    ...one,
    _id: `pst_${uuid(7_000 + at)}`,
    agencyId: at % 3 === 0 ? OPERATOR : OTHER_OPERATOR,
    role: at % 2 === 0 ? 'RESIDENT' : 'STATION_HEAD',
    dueOn: `2027-0${1 + (at % 9)}-${10 + (at % 18)}`,
  }));
  await rows.insertMany(many);
}

async function expectIndexed(asked: () => Promise<unknown>, what: string): Promise<void> {
  const since = new Date();
  await asked();
  const seen = { ts: { $gte: since }, ns: /\.deadlines$/, planSummary: { $exists: true } };
  const plans = await graph.connection.collection('system.profile').find(seen).toArray();
  expect(plans.length, what).toBeGreaterThan(0);
  for (const { planSummary, hasSortStage = false } of plans) {
    expect(planSummary, what).not.toContain('COLLSCAN');
    expect(hasSortStage, what).toBe(false);
  }
}
