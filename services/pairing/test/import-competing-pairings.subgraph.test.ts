import { anActor, type ImportUnderTest, workOffImports } from '@qianshou/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { freeAgencies, importingPairings, pairingTable } from './pairing-rows.ts';
import {
  admin,
  bureau,
  dispatchProvince,
  matched,
  openedGraph,
  type PairingGraph,
  pairingGraph,
  scheme,
  told,
} from './under-test.ts';

let graph: PairingGraph;
let ningxia: ImportUnderTest;
const stops: (() => Promise<void>)[] = [];

async function use(opened: PairingGraph): Promise<void> {
  graph = opened;
  ningxia = importingPairings(graph);
  stops.push(workOffImports(graph), graph.stop);
}

async function agencyOf(creditCode: string): Promise<string> {
  const { data } = await graph.execute(`{ agencyByCreditCode(code: "${creditCode}") { id } }`);
  return data.agencyByCreditCode.id as string;
}

beforeEach(async () => use(await openedGraph()));
afterAll(async () => {
  for (const stop of stops) await stop();
});

describe('the rows of one file', () => {
  it('PAIR-7 compete for the places of their scheme, in the dry run as in earnest', async () => {
    await scheme(graph, { quota: 2 });
    const rows = [await freeAgencies(graph), await freeAgencies(graph), await freeAgencies(graph)];

    const run = await ningxia.bringIn(pairingTable(...rows));

    expect(run).toMatchObject({ check: { new: 2, refused: 1 }, application: { new: 2, refused: 1 } });
    expect(run.applied.nodes).toEqual([
      expect.objectContaining({ line: 4, severity: 'ERROR', code: 'SCHEME_QUOTA_EXHAUSTED' }),
    ]);
    const places = await told(graph, 'scheme-place-taken');
    expect(places.map(({ data, sequence }) => [sequence, data['accepted']])).toEqual(
      expect.arrayContaining([
        ['2', 1],
        ['3', 2],
      ]),
    );
    const { data } = await graph.execute('{ cooperationSchemes { nodes { accepted version } } }');
    expect(data.cooperationSchemes.nodes).toEqual([{ accepted: 2, version: 3 }]);
  });

  it('PAIR-1 pair an agency once a year, and again in the next', async () => {
    await scheme(graph);
    await scheme(graph, { year: 2027 });
    const first = await freeAgencies(graph);
    const { recipient } = await freeAgencies(graph);
    const notBegun = { startsOn: '', endsOn: '' };

    const run = await ningxia.check(
      pairingTable(first, { ...first, recipient }, { ...first, recipient, cycleYear: '2027', ...notBegun }),
    );

    expect(run.check).toMatchObject({ new: 2, refused: 1 });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 3, code: 'AGENCY_ALREADY_PAIRED', column: null }),
    ]);
  });

  it('are numbered within their county, and one that is repeated is taken once', async () => {
    await scheme(graph);
    const first = await freeAgencies(graph);

    const run = await ningxia.bringIn(pairingTable(first, await freeAgencies(graph), first));

    expect(run.application).toMatchObject({ rows: 3, new: 2, known: 1 });
    expect(run.applied.nodes).toEqual([expect.objectContaining({ line: 4, code: 'IMPORT_ROW_REPEATED' })]);
    const { data } = await graph.execute('{ pairings { nodes { pairNo } } }');
    expect(data.pairings.nodes.map(({ pairNo }: { pairNo: string }) => pairNo).toSorted()).toEqual([
      '2026-640522-1',
      '2026-640522-2',
    ]);
  });

  it('name the document where two provinces have several schemes in the year', async () => {
    await scheme(graph);
    await scheme(graph, { documentNo: '演示〔2026〕2号' });
    const [first, second] = [await freeAgencies(graph), await freeAgencies(graph)];

    const run = await ningxia.bringIn(pairingTable(first, { ...second, documentNo: '演示〔2026〕2号' }));

    expect(run.application).toMatchObject({ new: 1, refused: 1 });
    expect(run.applied.nodes).toEqual([
      expect.objectContaining({ line: 2, code: 'SCHEME_AMBIGUOUS', column: 'documentNo' }),
    ]);
    const { data } = await graph.execute('{ pairings { nodes { scheme { documentNo } } } }');
    expect(data.pairings.nodes).toEqual([{ scheme: { documentNo: '演示〔2026〕2号' } }]);
  });
});

describe('a pairing that somebody makes between check and application', () => {
  it('is known and stays as it is', async () => {
    const schemeId = await scheme(graph);
    const { dispatching, recipient, county } = await freeAgencies(graph);
    const { id } = await ningxia.check(pairingTable({ dispatching, recipient, county }));
    await matched(graph, {
      schemeId,
      dispatchingAgencyId: await agencyOf(dispatching),
      recipientAgencyId: await agencyOf(recipient),
    });

    await ningxia.apply(id);

    const run = await ningxia.settled(id);
    expect(run).toMatchObject({ status: 'APPLIED', application: { new: 0, known: 1, refused: 0 } });
    expect(run.applied.nodes).toEqual([expect.objectContaining({ line: 2, code: 'IMPORT_ROW_DIFFERS' })]);
    const { data } = await graph.execute('{ pairings { nodes { status } } }');
    expect(data.pairings.nodes).toEqual([{ status: 'MATCHED' }]);
  });
});

describe('pairings while the only phase is closed', () => {
  it('PAIR-3 are refused, signed ones as well', async () => {
    await use(await pairingGraph());
    await scheme(graph);
    const agencies = await freeAgencies(graph);

    const run = await ningxia.check(pairingTable(agencies, { ...agencies, startsOn: '', endsOn: '' }));

    expect(run.check).toMatchObject({ new: 0, refused: 2 });
    expect(run.checked.nodes.map(({ code }: { code: string }) => code)).toEqual([
      'PAIRING_OUTSIDE_OPEN_PHASE',
      'PAIRING_OUTSIDE_OPEN_PHASE',
    ]);
  });
});

describe('who may import pairings', () => {
  it('PAIR-6 is the province that decides, for its own counties', async () => {
    await scheme(graph);
    const file = pairingTable(await freeAgencies(graph));
    const begin = async (actor: ReturnType<typeof anActor>) =>
      (await importingPairings(graph, actor).begin(file)).code;

    expect(await begin(bureau)).toBe('FORBIDDEN');
    expect(await begin(admin)).toBe('FORBIDDEN');
    expect(await begin(anActor('AGENCY_MANAGER'))).toBe('FORBIDDEN');
    expect((await importingPairings(graph, dispatchProvince).check(file)).checked.nodes).toEqual([
      expect.objectContaining({ line: 2, code: 'FORBIDDEN' }),
    ]);
  });
});
