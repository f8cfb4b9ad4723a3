import { join } from 'node:path';
import { runCommandLine } from './command.ts';
import { openIssuer } from './issuer/index.ts';
import { loadClient } from './load/load-client.ts';
import { type LoadName, LOADS, loadEverything } from './load/load.ts';
import { loadPeople, PEOPLE } from './load/people.ts';
import { LOCAL } from './places.ts';
import { graphqlUrl } from './roster.ts';
import { SetupError } from './setup-error.ts';
import { readSettings } from './system/settings.ts';

const USAGE = [
  'npm run load -- national    123 key counties: pairings, 2,168 stations, 40,000 village rooms, 1,000,000 service records',
  'npm run load -- country     41,000 stations all over the country, with their operators',
  'npm run load -- people      100,000 social workers, 20,000 training classes, 400,000 places in them',
  'the system runs: npm start',
];

/** `npm run load`: invented figures (演示) in real regions, through the imports that everybody uses. */
await runCommandLine(async () => {
  const [wanted, ...rest] = process.argv.slice(2);
  const name = (Object.keys(LOADS) as LoadName[]).find((each) => each === wanted);
  const isPeople = wanted === 'people';
  if ((name === undefined && !isPeople) || rest.length > 0) throw new SetupError('Load what?', USAGE);
  const gatewayUrl = graphqlUrl(readSettings([], process.env).ports.gateway.graphql);
  const graph = loadClient(gatewayUrl, await openIssuer());
  const folder = join(LOCAL, 'load', wanted ?? '');
  if (name === undefined) await loadPeople({ graph, folder }, PEOPLE);
  else await loadEverything({ graph, size: LOADS[name], folder });
  return 0;
});
