import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { IMPORT_KINDS, type ImportKindName } from '@qianshou/kernel';
import { Listr } from 'listr2';
import { runCommandLine } from './command.ts';
import { applyChecked, checkFile, type ImportRequest } from './importing/import-client.ts';
import { importOperations, type ImportRun } from './importing/import-operations.ts';
import { columnTable, outcomeTable } from './importing/import-tables.ts';
import { openIssuer } from './issuer/index.ts';
import { TIMER } from './progress.ts';
import { graphqlUrl } from './roster.ts';
import { SetupError } from './setup-error.ts';
import { graphClient, type Graph } from './story/graph-client.ts';
import { readSettings } from './system/settings.ts';

const KINDS = new Map(IMPORT_KINDS.map((kind) => [kind.toLowerCase().replaceAll('_', '-'), kind]));

const USAGE = [
  'npm run import -- <kind>                          its columns, with what belongs into each',
  'npm run import -- <kind> <file.csv>               a dry run: what each row comes to; writes nothing',
  'npm run import -- <kind> <file.csv> --apply       the dry run, then the rows, if none was refused',
  'npm run import -- <kind> <file.csv> --apply --skip-refused   the same, and leaves refused rows out',
  'npm run import -- <kind> <file.csv> --continue <import id>   goes on sending where it was interrupted',
  '… --as yidu-bureau                                in the name of a persona; admin when left out',
  `kinds: ${[...KINDS.keys()].join(', ')}`,
  'another gateway: GATEWAY_URL=https://… TOKEN=…',
];

interface Wish {
  readonly kind: ImportKindName;
  readonly file: string | undefined;
  readonly persona: string;
  readonly apply: boolean;
  readonly skipRefused: boolean;
  readonly importId: string | undefined;
}

/** `npm run import`: a table of rows into the platform, with the dry run before it. */
await runCommandLine(async () => {
  const wish = readWish(process.argv.slice(2));
  const graph = await connect();
  if (wish.file === undefined) return showColumns(graph, wish);
  if (!existsSync(wish.file)) throw new SetupError(`There is no file ${wish.file}.`, USAGE);
  const run = await bringIn(graph, { ...wish, file: wish.file });
  console.log(outcomeTable(run));
  return isGood(run, wish) ? 0 : 1;
});

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parse(args);
  const [name = '', file, ...rest] = positionals;
  const kind = KINDS.get(name);
  if (kind === undefined || rest.length > 0) throw new SetupError('Import what?', USAGE);
  const { apply, as: persona, continue: importId } = values;
  return { kind, file, persona, apply, skipRefused: values['skip-refused'], importId };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      apply: { type: 'boolean', default: false },
      'skip-refused': { type: 'boolean', default: false },
      as: { type: 'string', default: 'admin' },
      continue: { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : String(error)} The command knows:`,
      USAGE,
    );
  }
}

async function connect(): Promise<Graph> {
  const { GATEWAY_URL: url, TOKEN: token } = process.env;
  const gatewayUrl = url ?? graphqlUrl(readSettings([], process.env).ports.gateway.graphql);
  if (token !== undefined) return graphClient({ gatewayUrl, issueToken: () => Promise.resolve(token) });
  const { issueToken } = await openIssuer();
  return graphClient({ gatewayUrl, issueToken });
}

async function showColumns(graph: Graph, { kind, persona }: Wish): Promise<number> {
  const { columns } = await graph.ask(persona, importOperations(kind).columns, { kind });
  console.log(columnTable(columns));
  return 0;
}

async function bringIn(graph: Graph, wish: Wish & { readonly file: string }): Promise<ImportRun> {
  const outcome: { run: ImportRun | null } = { run: null };
  const request = (show: ImportRequest['show']): ImportRequest => ({ graph, ...wish, show });
  const tasks = new Listr(
    [
      {
        title: `dry run of ${wish.file}`,
        task: async (_context, task) => {
          outcome.run = await checkFile(
            request((line) => (task.output = line)),
            wish.importId,
          );
          task.title = `dry run: import ${outcome.run.id}`;
        },
      },
      {
        title: 'writing',
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
