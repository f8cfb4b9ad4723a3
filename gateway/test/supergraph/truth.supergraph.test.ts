import { describe, expect, it } from 'vitest';
import { ask } from './graph.ts';

interface Compared {
  /** The list of the owner. */
  readonly owned: string;
  readonly dataset: string;
  /** A field of both, by the names that they have there and here. */
  readonly fields: readonly (readonly [string, string])[];
}

const ALIKE: readonly Compared[] = [
  {
    owned: 'stations',
    dataset: 'station',
    fields: [
      ['status', 'status'],
      ['tier', 'tier'],
    ],
  },
  { owned: 'pairings', dataset: 'pairing', fields: [['status', 'status']] },
  {
    owned: 'supportActivities',
    dataset: 'supportActivity',
    fields: [
      ['kind', 'kind'],
      ['hours', 'hours'],
    ],
  },
  {
    owned: 'trainingClasses',
    dataset: 'trainingClass',
    fields: [
      ['status', 'status'],
      ['kind', 'kind'],
      ['hours', 'hours'],
    ],
  },
  {
    owned: 'complaints',
    dataset: 'complaint',
    fields: [
      ['status', 'status'],
      ['kind', 'kind'],
      ['outcome', 'outcome'],
    ],
  },
  {
    owned: 'stationEvaluations',
    dataset: 'stationEvaluation',
    fields: [
      ['year', 'year'],
      ['grade', 'grade'],
      ['score', 'score'],
    ],
  },
  {
    owned: 'contracts',
    dataset: 'contract',
    fields: [
      ['status', 'status'],
      ['amount { fen }', 'amountFen'],
      ['year', 'year'],
    ],
  },
  {
    owned: 'payments',
    dataset: 'payment',
    fields: [
      ['status', 'status'],
      ['amount { fen }', 'amountFen'],
      ['year', 'year'],
    ],
  },
  {
    owned: 'rewardAwards',
    dataset: 'rewardAward',
    fields: [
      ['status', 'status'],
      ['amount { fen }', 'amountFen'],
    ],
  },
];

type Facts = Readonly<Record<string, readonly unknown[]>>;

async function ownedOf({ owned, fields }: Compared): Promise<Facts> {
  const found: Record<string, readonly unknown[]> = {};
  for (let after: string | null = null, more = true; more;) {
    const asked = fields.map(([field]) => field).join(' ');
    const { data, errors } = await ask(
      `query ($after: String) { page: ${owned}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id ${asked} } } }`,
      { after },
      'admin',
    );
    expect(errors).toEqual([]);
    for (const node of data.page.nodes) found[node.id] = fields.map(([field]) => told(node, field, owned));
    more = data.page.pageInfo.hasNextPage;
    after = data.page.pageInfo.endCursor;
  }
  return found;
}

/** What events do not tell apart, or call by another name. */
const COARSER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stations: { PLANNED: 'PREPARING', SITE_READY: 'PREPARING', STAFFED: 'PREPARING' },
  complaints: { RECEIVED: 'OPEN' },
};

function told(node: any, field: string, owned: string): unknown {
  const [name = '', part] = field.split(/ \{ | \}/);
  const value = part === undefined ? node[name] : node[name]?.[part];
  return COARSER[owned]?.[value] ?? value;
}

async function keptOf({ dataset, fields }: Compared): Promise<Facts> {
  const asked = fields.map(([, field]) => field).join(' ');
  const { data } = await ask(`{ ${dataset}Rows(first: 5000) { nodes { key ${asked} } } }`, {}, 'admin');
  return Object.fromEntries(
    data[`${dataset}Rows`].nodes.map((row: any) => [row.key, fields.map(([, field]) => row[field])]),
  );
}

async function countedOf({ dataset, fields }: Compared): Promise<number> {
  const by = (fields[0]?.[1] ?? '').replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const { data } = await ask(`{ ${dataset}Groups(by: [${by}]) { nodes { values } } }`, {}, 'admin');
  return data[`${dataset}Groups`].nodes.reduce((sum: number, { values }: any) => sum + values[0], 0);
}

describe('insight, beside the owners of what it tells', () => {
  it.each(ALIKE)('knows of $owned what they know', async (compared) => {
    const owned = await ownedOf(compared);

    await expect.poll(() => keptOf(compared), { timeout: 5_000 }).toEqual(owned);
    expect(await countedOf(compared)).toBe(Object.keys(owned).length);
    expect(Object.keys(owned).length).toBeGreaterThan(0);
  });
});
