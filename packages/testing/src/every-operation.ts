import { join } from 'node:path';
import { guardedPaths, type SubgraphResolvers, subgraphSchema } from '@qianshou/service-kit/graphql';
import { describe, expect, it } from 'vitest';
import { admittedTo, askEverybody, firstProbe, probesAt } from './access-matrix.ts';
import { type ActionAnswer, actionsOf, checksOfActions } from './action-checks.ts';
import { askTwice, carriesKey } from './asking-twice.ts';
import { type CountedGraph, costsOfFields } from './cost-of-lists.ts';
import { answersOfFields, forgetDefaults } from './rows-of-before.ts';
import { fieldsThatTakeOthersAlong } from './fail-alone.ts';
import { type Difference, tellingAnswers } from './hidden-objects.ts';
import { hasKeys } from './object-keys.ts';
import { answersToImpossibleDays } from './impossible-days.ts';
import { answersToSlips, isRefusal } from './personal-marks.ts';
import { testEveryList, testPlans, testTownships } from './list-tests.ts';
import { type Asked, type Asking, type Probed, sharedGraph, type ToStop } from './probed.ts';
import type { Answer } from './subgraph.ts';
import { answerTo, isOfWhatIsNotThere, straysOf } from './unknown-references.ts';

export interface ServiceToAsk<Graph> extends Asking<Graph> {
  /** The folder of the service's tests. */
  readonly tests: string;
  /** Lists whose records know the township; all others are kept by county, and say so. */
  readonly byTownship?: readonly string[];
}

/** The access test by complement: every operation of a service, asked as everybody, beside what its contract says. */
export function testEveryOperation<Graph extends ToStop>({
  tests,
  byTownship = [],
  open,
  probesOf,
}: ServiceToAsk<Graph>): void {
  const folder = join(tests, '..');
  const paths = guardedPaths(folder);
  const probed = sharedGraph({ open, probesOf });

  describe('every operation admits whom its @access names, where it says, and nobody else', () => {
    const asked = probed();

    it.each(paths)('%s', async (path) => {
      const { graph, probes } = asked();

      const answers = await askEverybody(graph, path, probes);

      expect(answers.asked).toEqual(answers.declared);
    });

    it('has no probe of what the contract no longer has', () => {
      expect(paths).toEqual(expect.arrayContaining(Object.keys(asked().probes)));
    });
  });

  const commands = paths.filter((path) => path.startsWith('Mutation.'));
  testCommands(probed, commands);

  testRefusals(probed, commands);
  testPlans(probed, paths);
  testReads(probed, { folder, paths, byTownship });
}

/** What is refused changes nothing. */
function testRefusals<Graph extends ToStop>(probed: Probed<Graph>, commands: readonly string[]): void {
  describe('what is refused', () => {
    const asked = probed();
    testDays(asked, commands);
    testUnknownReferences(asked, commands);
  });
}

interface ToRead {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly byTownship: readonly string[];
}

function testReads<Graph extends ToStop>(probed: Probed<Graph>, { folder, paths, byTownship }: ToRead): void {
  describe('what is read', () => {
    const asked = probed();
    testEveryList(asked, paths);
    testTownships(asked, paths, byTownship);
    testEveryField(folder, asked);
    testEveryAction(folder, asked);
    // Last: it takes out of the rows what the others read.
    testRowsOfBefore(asked);
  });
}

/** Old rows are read with the defaults of what they lack. */
function testRowsOfBefore<Graph extends ToStop>(asked: Asked<Graph>): void {
  describe('a row of before, which lacks what was added since', () => {
    it('answers each field as one that says it', async () => {
      const { graph, probes } = asked();
      const told = await answersOfFields(graph, probes);

      expect(await forgetDefaults(graph)).toBeGreaterThan(0);

      const now = await answersOfFields(graph, probes);
      expect(Object.keys(told).filter((path) => now[path] !== told[path])).toEqual([]);
    });
  });
}

/** `actionCheck` makes nothing: it tries, and takes back. */
function testEveryAction<Graph extends ToStop>(folder: string, asked: Asked<Graph>): void {
  describe('an action that this caller may not take now', () => {
    it('is answered with why not and who may, and nothing comes of the question', async () => {
      const { graph, probes } = asked();
      const before = await writtenIn(graph);

      const answers = await checksOfActions(graph, (await actionsOf(folder)) ?? {}, probes);

      const unexplained = Object.entries(answers).filter(
        ([, { stranger, admitted }]) =>
          stranger.allowed !== false || [stranger, admitted].some((answer) => !isExplained(answer)),
      );
      expect(unexplained).toEqual([]);
      expect(await writtenIn(graph)).toEqual(before);
    });
  });
}

function isExplained({ allowed, code, message, mayBeDoneBy }: ActionAnswer): boolean {
  const isSaid = code !== null && message !== null;
  return isSaid !== allowed && (mayBeDoneBy ?? []).length > 0;
}

async function writtenIn({ connection }: CountedGraph): Promise<readonly number[]> {
  const names = ['audit', 'outbox', 'idempotency'];
  return Promise.all(names.map((name) => connection.collection(name).countDocuments()));
}

/** What each field costs: in the database, and where it fails. */
function testEveryField<Graph extends ToStop>(folder: string, asked: Asked<Graph>): void {
  describe('a field of several objects', () => {
    it('costs the database no more commands than of one', async () => {
      const { graph, probes } = asked();

      const costs = await costsOfFields(graph, probes);

      expect(costs.filter(({ ofOne, ofSeveral }) => ofSeveral > ofOne)).toEqual([]);
      // A service whose objects no other one knows has no keys, and none of this.
      expect(costs.filter(({ ofOne }) => ofOne > 0).length > 5).toBe(hasKeys(graph.schema));
    });
  });

  describe('a field that reads more than its object', () => {
    it('may be null, so that it fails alone', async () => {
      const file = join(folder, 'src/graphql/resolvers.ts');
      const { resolvers } = (await import(file)) as { readonly resolvers: SubgraphResolvers };

      const schema = subgraphSchema(folder, resolvers, {
        once: (_request, body) => body(),
        underKey: (_request, body) => body(),
        grouped: [],
        record: async () => {},
        clock: { now: () => new Date() },
      });

      expect(fieldsThatTakeOthersAlong(schema, resolvers)).toEqual([]);
    });
  });
}

function testCommands<Graph extends ToStop>(probed: Probed<Graph>, paths: readonly string[]): void {
  describe('every command', () => {
    const asked = probed();

    describe('STA-12 refuses whatever points at one person in a text that others read', () => {
      it.each(paths)('%s', async (path) => {
        const { graph, probes } = asked();

        const answers = await answersToSlips(graph, path, firstProbe(probes, path));

        expect(Object.entries(answers).filter(([, answer]) => !isRefusal(answer))).toEqual([]);
      });
    });

    describe('answers about what is hidden from its caller as about what is not there', () => {
      it.each(paths)('%s', async (path) => {
        const { graph, probes } = asked();
        const differences: Difference[] = [];
        for (const probe of probesAt(probes, path))
          differences.push(...(await tellingAnswers(graph, path, probe, probes)));

        expect(differences).toEqual([]);
      });
    });

    describe('that is sent again with its key is answered as the first time and happens once', () => {
      it.each(paths)('%s', async (path) => {
        const { graph, probes } = asked();
        if (!carriesKey(graph, path)) return;
        const probe = firstProbe(probes, path);
        const { first, second } = await askTwice(graph, path, probe, admittedTo(graph, path, probe));

        expect(contentOf(second)).toEqual(contentOf(first));
        if (first.errors.length === 0) expect(await entriesOf(graph, path)).toBeGreaterThan(0);
      });
    });
  });
}

function testDays<Graph extends ToStop>(asked: Asked<Graph>, paths: readonly string[]): void {
  describe('every command refuses days that nobody would write', () => {
    it.each(paths)('%s', async (path) => {
      const { graph, probes } = asked();

      const answers = await answersToImpossibleDays(graph, path, firstProbe(probes, path));

      expect(Object.entries(answers).filter(([, code]) => code !== 'BAD_USER_INPUT')).toEqual([]);
    });
  });
}

function testUnknownReferences<Graph extends ToStop>(asked: Asked<Graph>, commands: readonly string[]): void {
  describe('a code or id of what is not there is refused, and nothing is written', () => {
    it.each(commands)('%s', async (path) => {
      const { graph, probes } = asked();
      const taken: string[] = [];
      for (const probe of probesAt(probes, path)) {
        for (const stray of straysOf(graph, path, probe)) {
          const answer = await answerTo(graph, path, stray, admittedTo(graph, path, probe));
          if (!isOfWhatIsNotThere(stray, answer)) taken.push(`${stray.at}: ${answer.code}`);
        }
      }

      expect(taken).toEqual([]);
    });
  });
}

/** Of the audit log: whoever changed something is told there. */
function entriesOf({ connection }: CountedGraph, path: string): Promise<number> {
  const operation = path.split('.')[1];
  return connection.collection('audit').countDocuments({ operation });
}

function contentOf({ data, errors }: Answer) {
  return { data, errors: errors.map(({ message, extensions }) => ({ message, extensions })) };
}
