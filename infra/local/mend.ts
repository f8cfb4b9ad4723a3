import { SERVICES, type ServiceName } from '@qianshou/events';
import { FLAG, parseArguments, runCommandLine } from './command.ts';
import { recountFigures } from './figures/recount.ts';
import { type MendedService, mendServices } from './mending/mend-services.ts';
import { mendedTable } from './mending/mended-table.ts';
import { SetupError } from './setup-error.ts';

const OPTIONS = { 'dry-run': FLAG, apply: FLAG } as const;
const USAGE = [
  'npm run mend -- --dry-run              says what earlier builds left behind in stored data, and what would be changed; changes nothing',
  'npm run mend -- --apply                puts it right, while the services run; each change is in the audit log',
  'npm run mend -- <service> --dry-run    of one service',
  `services: ${SERVICES.join(', ')}`,
];

interface Wish {
  readonly services: readonly ServiceName[];
  readonly dryRun: boolean;
}

await runCommandLine(async () => {
  const { services, dryRun } = readWish(process.argv.slice(2));
  const all = await mendServices(services, { dryRun, environment: process.env });
  for (const mended of all) console.log(told(mended, dryRun));
  await tellStaleFigures(services);
  return all.some(({ refused }) => refused > 0) ? 1 : 0;
});

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArguments(args, OPTIONS, USAGE);
  const [name = 'all', ...rest] = positionals;
  const services = name === 'all' ? SERVICES : SERVICES.filter((each) => each === name);
  if (services.length === 0 || rest.length > 0) throw new SetupError('Whose data?', USAGE);
  if (values['dry-run'] === values.apply)
    throw new SetupError('Only say what would be changed, or change it?', USAGE);
  return { services, dryRun: values['dry-run'] };
}

/** Figures of before the rules by which they are kept today: small cells of services, say. */
async function tellStaleFigures(services: readonly ServiceName[]): Promise<void> {
  const recounts = await recountFigures(services, { compare: true, environment: process.env });
  const stale = recounts.filter((recount) => recount.report.differing.length > 0);
  for (const { service, report } of stale)
    console.log(
      `${service}: ${report.differing.length} figures are not what the events come to: npm run figures -- ${service}`,
    );
}

function told({ service, first, count, refused, byHand }: MendedService, dryRun: boolean): string {
  if (count === 0) return `${service}: nothing was left behind.`;
  const own = count - byHand;
  const done = dryRun ? `${own} would be changed; nothing was` : `${own - refused} put right`;
  const left = byHand === 0 ? '' : `; ${byHand} wait for a person, as the table says`;
  return `${service}: ${count} objects looked at, ${done}${left}:\n${mendedTable(first, count)}`;
}
