import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  done,
  matched,
  OPEN_SCHEME,
  openedGraph,
  type PairingGraph,
  province,
  scheme,
  schemeInput,
  told,
} from './under-test.ts';
import { work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const open = (changes: Record<string, unknown>) =>
  graph.execute(OPEN_SCHEME, { input: schemeInput(changes) }, province);

describe('openCooperationScheme', () => {
  it('opens a scheme across provinces, and publishes its quota', async () => {
    const { scheme: opened } = await done(graph, OPEN_SCHEME, schemeInput(), province);

    expect(opened).toMatchObject({ mode: 'CROSS_PROVINCE', quota: 5, accepted: 0, version: 1 });
    expect(await told(graph, 'scheme-opened', `scheme/${opened.id}`)).toMatchObject([
      {
        regioncode: '640000',
        data: {
          dispatchProvinceCode: '350000',
          recipientProvinceCode: '640000',
          mode: 'CROSS_PROVINCE',
          quota: 5,
          year: 2026,
        },
      },
    ]);
  });

  it('opens one scheme however often the same key comes, also at once', async () => {
    const input = schemeInput({ documentNo: '演示〔2026〕2号' });
    const ask = () => done(graph, OPEN_SCHEME, input, province);

    const answers = await Promise.all([ask(), ask(), ask()]);

    expect(new Set(answers.map(({ scheme: { id } }) => id)).size).toBe(1);
    expect(await told(graph, 'scheme-opened')).toHaveLength(2);
  });

  it('is refused a second time for the same document, for that would double its quota', async () => {
    await done(graph, OPEN_SCHEME, schemeInput({ documentNo: '演示〔2026〕甲号' }), province);

    expect((await open({ documentNo: '演示〔2026〕甲号' })).code).toBe('SCHEME_ALREADY_OPEN');
  });

  it.each([
    ['a county in place of a province', { recipientProvinceCode: '640522' }],
    ['a quota of 0', { quota: 0 }],
    ['a fractional quota', { quota: 1.5 }],
    ['a year before the programme', { year: 2016 }],
    ['no document', { documentNo: '' }],
  ])('refuses %s', async (_what, changes) => {
    expect((await open(changes)).code).toBe('BAD_USER_INPUT');
  });
});

describe('changeSchemeAuthority', () => {
  it('shows who stands for the scheme today, and who did before', async () => {
    const schemeId = await scheme(graph);
    const change = { schemeId, competentAuthority: '演示社会工作部', documentNo: '演示〔2026〕8号' };

    const changed = await worked(
      graph,
      'changeSchemeAuthority',
      { ...change, since: '2026-06-01' },
      province,
    );

    expect(changed).toMatchObject({
      competentAuthority: '演示社会工作部',
      competentAuthorities: [
        { name: '演示省民政厅', since: '2026-01-01', until: '2026-05-31' },
        { name: '演示社会工作部', since: '2026-06-01', until: null, documentNo: '演示〔2026〕8号' },
      ],
    });
    expect(await told(graph, 'scheme-authority-changed')).toMatchObject([{ data: { since: '2026-06-01' } }]);
    const overlapping = { ...change, since: '2026-06-01' };
    expect((await work(graph, 'changeSchemeAuthority', overlapping, province)).code).toBe(
      'SCHEME_AUTHORITY_OVERLAPS',
    );
  });
});

describe('cooperationSchemes', () => {
  it('finds the schemes of a province and year', async () => {
    await scheme(graph, { year: 2027 });
    const query = /* GraphQL */ `
      {
        cooperationSchemes(where: { recipientProvinceCode: { eq: "640000" }, year: { eq: 2027 } }) {
          nodes {
            year
            recipientProvince {
              code
            }
          }
          totalCount
        }
      }
    `;

    const { data } = await graph.execute(query);

    expect(data.cooperationSchemes).toEqual({
      nodes: [{ year: 2027, recipientProvince: { code: '640000' } }],
      totalCount: 1,
    });
  });

  it('finds what a province helps with, and the pairings that took a place', async () => {
    const schemeId = await scheme(graph, { year: 2026 });
    const pairingId = await matched(graph, { schemeId });
    const under = async (helper: string) => {
      const { data } = await graph.execute(
        `{ cooperationSchemes(where: { dispatchProvinceCode: { eq: "${helper}" } }) { nodes { id pairings(first: 5) { nodes { id } totalCount } } } }`,
      );
      return data.cooperationSchemes.nodes;
    };

    expect(await under('350000')).toContainEqual({
      id: schemeId,
      pairings: { nodes: [{ id: pairingId }], totalCount: 1 },
    });
    expect(await under('330000')).toEqual([]);
  });
});
