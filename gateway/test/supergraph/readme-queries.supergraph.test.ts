import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from './graph.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const README = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');

interface Example {
  readonly file: string;
  readonly variables: object;
  readonly query: string;
}

/** The README's examples: variables, the file they come from, and the query as it stands there. */
const examples: readonly Example[] = [
  ...README.matchAll(/Variables: `(.*?)` · \[file\]\((.*?)\)\n\n```graphql\n(.*?)```/gs),
].map(([, variables = '', file = '', query = '']) => ({
  file,
  variables: JSON.parse(variables) as object,
  query,
}));

const answerOf = async (name: string) => {
  const example = examples.find(({ file }) => file.includes(name));
  if (example === undefined) throw new Error(`the README shows no query ${name}`);
  return ask(example.query, example.variables, 'yidu-bureau');
};

describe('the five first queries of the README', () => {
  it('are the files that they link to', () => {
    expect(examples).toHaveLength(5);
    for (const { file, query } of examples) {
      const source = readFileSync(join(REPOSITORY, file), 'utf8').replace(/^#.*\n/gm, '');
      expect(query.trim()).toBe(source.trim());
    }
  });

  it('1. show eleven stations, each with its operator and a head', async () => {
    const { data, errors } = await answerOf('stations-of-a-county');

    expect(errors).toEqual([]);
    const { nodes } = data.region.stations;
    expect(nodes).toHaveLength(11);
    for (const station of nodes) {
      expect(station.operatorAgency.name).toContain('演示');
      expect(station.staff.map(({ role }: { role: string }) => role)).toContain('STATION_HEAD');
    }
  });

  it('2. show what a station has, and that it was refused once and put right', async () => {
    const { data, errors } = await answerOf('haves-of-a-station');

    expect(errors).toEqual([]);
    const station = data.region.currentStation;
    expect(station.haves.every(({ met }: { met: boolean }) => met)).toBe(true);
    expect(station.acceptanceChecks.nodes.map(({ result }: { result: string }) => result)).toEqual([
      'REFUSED',
      'PASSED',
    ]);
  });

  it('3. show the budget with its cap and the top-up that was computed', async () => {
    const { data, errors } = await answerOf('budget-of-a-county');

    expect(errors).toEqual([]);
    expect(data.budgetPlans.nodes).toMatchObject([
      { planned: { yuan: '2,200,000.00' }, cap: { yuan: '1,500,000.00' }, topUp: { yuan: '400,000.00' } },
    ]);
  });

  it('4. show the 122 of 123 loaded key counties that no pairing works for', async () => {
    const { data, errors } = await answerOf('key-counties-without-a-pairing');

    expect(errors).toEqual([]);
    expect(data.recipientCounties.totalCount).toBe(122);
    expect(data.recipientCounties.nodes[0].county.parent.name).not.toBe('');
  });

  it('5. show that one participant failed and passed the next class', async () => {
    const { data, errors } = await answerOf('classes-with-enrolments');

    expect(errors).toEqual([]);
    const tallies = data.trainingClasses.nodes.map(
      ({ tally }: { tally: { failed: number } | null }) => tally?.failed ?? 0,
    );
    expect(tallies.reduce((sum: number, failed: number) => sum + failed, 0)).toBe(1);
  });
});
