import type { ProcessName } from '@qianshou/infra/system';
import { describe, expect, it } from 'vitest';
import { ask, type Answer, kill, start } from './graph.ts';
import { rootLists } from './root-lists.ts';

const SCORECARD = `{
  region(code: "420581") {
    name
    stationFigures { stationsOperating }
    personnelFigures { heads }
    trainingFigures { passed }
    pairingFigures { agenciesRegistered }
    fundingFigures { planned { fen } contractsSigned }
  }
}`;

describe('a subgraph that was killed', () => {
  it('takes only its own fields along, says so by name, and comes back with what it knew', async () => {
    const whole = await ask(SCORECARD);
    const without = await whileDown('funding', () => ask(SCORECARD));
    const again = await ask(SCORECARD);

    expect(whole.errors).toEqual([]);
    const { fundingFigures: _absent, ...others } = whole.data.region;
    expect(without.data.region).toEqual({ ...others, fundingFigures: null });
    expect(without.errors.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(without.text).toContain('funding');
    expect(without.text).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(again.data).toEqual(whole.data);
  });
});

const lists = rootLists();
/** One after the other: a machine that is busy answers one list in time, and not thirty at once. */
const askLists = async (): Promise<ReadonlyMap<string, Answer>> => {
  const answers = new Map<string, Answer>();
  for (const { name, query } of lists) answers.set(name, await ask(query, {}, 'project-office'));
  return answers;
};
const rowsOf = (answer: Answer | undefined, list: string): readonly Row[] | undefined =>
  answer?.data?.[list]?.nodes as readonly Row[] | undefined;

describe('each subgraph in turn', () => {
  it.each(['pairing', 'station', 'personnel', 'training', 'funding'] as const)(
    'that is killed, %s, costs the lists of the others what they ask of it, and no row',
    async (name) => {
      const whole = await askLists();
      const without = await whileDown(name, askLists);

      const filled = lists.filter((list) => (rowsOf(whole.get(list.name), list.name) ?? []).length > 0);
      const own = filled.filter((list) => without.get(list.name)?.data?.[list.name] === null);
      const others = filled.filter((list) => !own.includes(list));
      expect(filled.length).toBeGreaterThan(15);
      for (const list of own) expect(without.get(list.name)?.text).toMatch(/SUBGRAPH_(UNAVAILABLE|TIMEOUT)/);
      const told = others.map(({ name: list }) => [list, factsOf(rowsOf(without.get(list), list))]);
      const before = others.map(({ name: list }) => [list, factsOf(rowsOf(whole.get(list), list))]);
      expect(told).toEqual(before);
      expect(new Set(own.map((list) => list.name)).size).toBeLessThan(filled.length);
    },
  );
});

type Row = Readonly<Record<string, unknown>>;

/** What a row says by itself: what it refers to may be away. */
function factsOf(rows: readonly Row[] | undefined): readonly unknown[] | undefined {
  return rows?.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([name, value]) => typeof value !== 'object' && name !== 'allowedActions'),
    ),
  );
}

/** Other files use the same system: whatever happens, it is whole again afterwards. */
async function whileDown<Result>(name: ProcessName, work: () => Promise<Result>): Promise<Result> {
  await kill(name);
  try {
    return await work();
  } finally {
    await start(name);
  }
}
