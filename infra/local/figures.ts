import { SERVICES, type ServiceName } from '@qianshou/events';
import { FLAG, parseArguments, runCommandLine } from './command.ts';
import { differencesTable } from './figures/differences-table.ts';
import { type Recount, recountFigures } from './figures/recount.ts';
import { SetupError } from './setup-error.ts';

const OPTIONS = { compare: FLAG } as const;
const USAGE = [
  'npm run figures -- <service>             counts the figures of a service anew from its events and puts right what differs',
  'npm run figures -- <service> --compare   only says what differs; ends with 1 when anything does',
  'npm run figures -- all [--compare]       the same for all five',
  `services: ${SERVICES.join(', ')}`,
];

interface Wish {
  readonly services: readonly ServiceName[];
  readonly compare: boolean;
}

await runCommandLine(async () => {
  const { services, compare } = readWish(process.argv.slice(2));
  const recounts = await recountFigures(services, { compare, environment: process.env });
  for (const recount of recounts) console.log(told(recount, compare));
  const differ = recounts.some(({ report }) => report.differing.length > 0);
  return compare && differ ? 1 : 0;
});

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArguments(args, OPTIONS, USAGE);
  const [name, ...rest] = positionals;
  const services = name === 'all' ? SERVICES : SERVICES.filter((each) => each === name);
  if (services.length === 0 || rest.length > 0) throw new SetupError('Whose figures?', USAGE);
  return { services, compare: values.compare };
}

function told({ service, report }: Recount, compare: boolean): string {
  const { regions, events, differing } = report;
  const counted = `${service}: ${events} events, ${regions} regions and periods`;
  if (differing.length === 0) return `${counted}; the figures are what the events come to.`;
  const done = compare ? 'nothing was changed' : 'put right';
  return `${counted}; ${differing.length} figures differ, ${done}:\n${differencesTable(differing)}`;
}
