import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Graph, operation, type Variables } from './graph-client.ts';
import { journaledGraph, openJournal } from './journal.ts';
import { Refusal } from './refusal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshou-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'story.jsonl');
const PLAN = operation<{ n: number }>('mutation Plan($input: PlanInput!) { plan(input: $input) { n } }');
const input = { input: { name: '演示' } };

/** A graph that counts what it is asked, and from a certain request on is not there. */
function aGraph({ until = Infinity, refuse = false } = {}) {
  const asked: { readonly variables: Variables; readonly key: string | undefined }[] = [];
  const graph: Graph = {
    renew: () => {},
    ask: async (persona, _operation, variables = {}, key) => {
      asked.push({ variables, key });
      if (asked.length > until) throw new Error('it is not there');
      if (refuse) throw new Refusal({ persona, code: 'QUOTA_FULL', reason: 'full' });
      return { n: asked.length } as never;
    },
  };
  return { graph, asked };
}

describe('a story that was interrupted', () => {
  it('is given its answers of before, and asks what was on its way under the same key', async () => {
    const before = aGraph({ until: 2 });
    const first = journaledGraph(before.graph, openJournal(file(), 'local'));
    await first.ask('bureau', PLAN, input);
    await first.ask('bureau', PLAN, input);
    await expect(first.ask('bureau', PLAN, input)).rejects.toThrow('not there');

    const after = aGraph();
    const second = journaledGraph(after.graph, openJournal(file(), 'local'));
    const answers = [1, 2, 3].map(() => second.ask('bureau', PLAN, input));

    expect(await Promise.all(answers)).toEqual([{ n: 1 }, { n: 2 }, { n: 1 }]);
    expect(after.asked).toEqual([before.asked[2]]);
    expect(new Set(before.asked.map(({ key }) => key)).size).toBe(3);
  });

  it('is refused again what it counted on being refused, and nothing else', async () => {
    const before = journaledGraph(aGraph({ refuse: true }).graph, openJournal(file(), 'local'));
    const kept = await before.ask('bureau', PLAN, input).catch((error: unknown) => error as Refusal);
    before.keep(kept as Refusal);
    await expect(before.ask('finance', PLAN, input)).rejects.toMatchObject({ code: 'QUOTA_FULL' });

    const after = journaledGraph(aGraph().graph, openJournal(file(), 'local'));

    await expect(after.ask('bureau', PLAN, input)).rejects.toMatchObject({ code: 'QUOTA_FULL' });
    await expect(after.ask('finance', PLAN, input)).resolves.toEqual({ n: 1 });
  });

  it('keeps its day, and is not disturbed by a line that was half written', async () => {
    const first = openJournal(file(), 'local');
    await journaledGraph(aGraph().graph, first).ask('bureau', PLAN, input);
    appendFileSync(file(), '{"request":');

    const second = openJournal(file(), 'local');

    expect([second.today, second.length(), second.goesOn]).toEqual([first.today, 1, true]);
  });

  it('begins anew over another database', () => {
    openJournal(file(), 'local').write({ request: 'r', answer: {} });

    const other = openJournal(file(), 'mongodb://elsewhere');

    expect([other.length(), other.goesOn]).toEqual([0, false]);
  });
});
