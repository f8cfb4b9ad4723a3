import { existsSync } from 'node:fs';
import { IMPORT_KINDS, type ImportKindName } from '@qianshou/kernel';
import { Listr } from 'listr2';
import { FLAG, parseArguments, runCommandLine } from './command.ts';
import { applyChecked, checkFile, type ImportRequest } from './importing/import-client.ts';
import { type FoundRun, importOperations, type ImportRun } from './importing/import-operations.ts';
import { columnTable, outcomeTable } from './importing/import-tables.ts';
import { type ImportWords, type Language, languageOf, wordsIn } from './importing/import-words.ts';
import { openIssuer } from './issuer/index.ts';
import { TIMER } from './progress.ts';
import { graphqlUrl } from './roster.ts';
import { SetupError } from './setup-error.ts';
import { graphClient, type Graph } from './story/graph-client.ts';
import { Refusal } from './story/refusal.ts';
import { readSettings } from './system/settings.ts';

const KINDS = new Map(IMPORT_KINDS.map((kind) => [kind.toLowerCase().replaceAll('_', '-'), kind]));

const OPTIONS = {
  apply: FLAG,
  update: FLAG,
  'skip-refused': FLAG,
  as: { type: 'string', default: 'admin' },
  continue: { type: 'string' },
  lang: { type: 'string' },
} as const;

interface Wish {
  readonly kind: ImportKindName;
  readonly file: string | undefined;
  readonly persona: string;
  readonly apply: boolean;
  readonly update: boolean;
  readonly skipRefused: boolean;
  readonly importId: string | undefined;
  readonly language: Language;
  readonly words: ImportWords;
}

const report = (line: string): void => console.error(line.trim());

/** `npm run import`: a table of rows into the platform, with the dry run before it. */
await runCommandLine(async () => {
  const wish = readWish(process.argv.slice(2), process.env);
  const { words, file, persona } = wish;
  if (file !== undefined && !existsSync(file)) throw new SetupError(words.noFile(file), usageIn(words));
  const graph = await connect(wish);
  try {
    if (file === undefined) return await showColumns(graph, wish);
    const run = await bringIn(graph, { ...wish, file });
    console.log(outcomeTable(run, words));
    return isGood(run, wish) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new SetupError(words.refused(persona, error.code, error.reason), []);
  }
});

function usageIn(words: ImportWords): readonly string[] {
  return words.usage([...KINDS.keys()]);
}

function readWish(args: readonly string[], environment: NodeJS.ProcessEnv): Wish {
  const { values, positionals } = parse(args, wordsIn(languageOf(undefined, environment)));
  const language = languageOf(values.lang, environment);
  const words = wordsIn(language);
  const [name = '', file, ...rest] = positionals;
  const kind = KINDS.get(name);
  if (kind === undefined || rest.length > 0) throw new SetupError(words.what, usageIn(words));
  const { apply, update, as: persona, continue: importId } = values;
  return {
    kind,
    file,
    persona,
    apply,
    update,
    skipRefused: values['skip-refused'],
    importId,
    language,
    words,
  };
}

function parse(args: readonly string[], words: ImportWords) {
  return parseArguments(args, OPTIONS, usageIn(words), words.flags);
}

async function connect({ language }: Wish): Promise<Graph> {
  const { GATEWAY_URL: url, TOKEN: token } = process.env;
  const gatewayUrl = url ?? graphqlUrl(readSettings([], process.env).ports.gateway.graphql);
  if (token !== undefined)
    return graphClient({ gatewayUrl, language, report, issueToken: () => Promise.resolve(token) });
  const { issueToken } = await openIssuer();
  return graphClient({ gatewayUrl, language, report, issueToken });
}

async function showColumns(graph: Graph, { kind, persona, words }: Wish): Promise<number> {
  const { columns } = await graph.ask(persona, importOperations(kind).columns, { kind });
  console.log(columnTable(columns, words));
  return 0;
}

async function bringIn(graph: Graph, wish: Wish & { readonly file: string }): Promise<FoundRun> {
  const outcome: { run: FoundRun | null } = { run: null };
  const request = (show: ImportRequest['show']): ImportRequest => ({ graph, ...wish, show });
  const tasks = new Listr(
    [
      {
        title: wish.words.dryRun(wish.file),
        task: async (_context, task) => {
          outcome.run = await checkFile(
            request((line) => (task.output = line)),
            wish.importId,
          );
          task.title = wish.words.dryRunDone(outcome.run.id);
        },
      },
      {
        title: wish.words.writing,
        enabled: wish.apply,
        skip: () => outcome.run?.status !== 'CHECKED' || (outcome.run.check.refused > 0 && !wish.skipRefused),
        task: async (_context, task) => {
          if (outcome.run === null) return;
          const asked = request((line) => (task.output = line));
          outcome.run = await applyChecked(asked, outcome.run, wish.skipRefused);
        },
      },
    ],
    { rendererOptions: { timer: TIMER }, fallbackRenderer: 'simple' },
  );
  await tasks.run();
  if (outcome.run === null) throw new Error('the dry run said nothing');
  return outcome.run;
}

function isGood({ status, check }: ImportRun, { apply, skipRefused }: Wish): boolean {
  if (apply) return status === 'APPLIED';
  return status === 'CHECKED' && (check.refused === 0 || skipRefused);
}
