import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { ask, tokenOf } from './graph.ts';
import { canRun, runPython } from './python.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/frontends/python');
const stations = (...args: readonly string[]) =>
  runPython(FOLDER, 'stations.py', [inject('gatewayUrl'), ...args]);

const hasPython = await canRun(FOLDER);

describe.skipIf(!hasPython)('gql in Python', () => {
  it('turns the pages of a county, with a token', async () => {
    const { lines, stderr } = await stations('420581', await tokenOf('yidu-bureau'));

    const { data } = await ask('{ region(code: "420581") { stations(first: 50) { nodes { id } } } }');
    const listed = data.region.stations.nodes.map(({ id }: { id: string }) => id);
    expect(listed.length).toBeGreaterThan(5);
    expect(lines.map((line) => line.split('\t')[0])).toEqual(listed);
    expect(stderr).toBe('');
  }, 60_000);

  it.each([
    ['a value that is none', ['x'], 'BAD_USER_INPUT'],
    ['a token that is none', ['420581', 'x'], 'UNAUTHENTICATED'],
  ])('shows the code of a refusal: %s', async (_what, args, code) => {
    const { code: exit, stderr } = await stations(...args);

    expect([exit, stderr.split(' ')[0]]).toEqual([1, code]);
  });
});
