import { SERVICES, type ServiceName } from '@qianshou/events';
import { FLAG, parseArguments, runCommandLine } from './command.ts';
import { type Comparison, compareServices } from './copies/compare-services.ts';
import { differencesTable } from './copies/differences-table.ts';
import { SetupError } from './setup-error.ts';

const OPTIONS = { compare: FLAG, rebuild: FLAG } as const;
const USAGE = [
  "npm run copies -- <service> --compare    compares what the service keeps of others' facts with the owners' logs; ends with 1 when anything differs",
  'npm run copies -- <service> --rebuild    puts right what differs, while the service runs; its own data stays as it is',
  'npm run copies -- all --compare          the same for all five',
  `services: ${SERVICES.join(', ')}`,
];

interface Wish {
  readonly services: readonly ServiceName[];
  readonly rebuild: boolean;
}

await runCommandLine(async () => {
  const { services, rebuild } = readWish(process.argv.slice(2));
  const comparisons = await compareServices(services, { rebuild, environment: process.env });
  for (const comparison of comparisons) console.log(told(comparison, rebuild));
  const differ = comparisons.some(({ report }) => report.differing > 0);
  return differ && !rebuild ? 1 : 0;
});

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArguments(args, OPTIONS, USAGE);
  const [name, ...rest] = positionals;
  const services = name === 'all' ? SERVICES : SERVICES.filter((each) => each === name);
  if (services.length === 0 || rest.length > 0) throw new SetupError('Whose copies?', USAGE);
  if (values.compare === values.rebuild) throw new SetupError('Compare them, or rebuild them?', USAGE);
  return { services, rebuild: values.rebuild };
}

function told({ service, report, shown }: Comparison, rebuild: boolean): string {
  const compared = `${service}: ${report.copies} copies`;
  if (report.differing === 0) return `${compared}; they are what their owners' logs come to.`;
  const done = rebuild ? 'put right' : 'nothing was changed';
  return `${compared}; ${report.differing} differ, ${done}:\n${differencesTable(shown)}`;
}
