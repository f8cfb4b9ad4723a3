import { PROCESS_NAMES, type Ports, type ProcessName } from '../roster.ts';
import { freePort } from '../servers/index.ts';

/** For a system beside the developer's own: ports that nobody holds at this moment. */
export async function freePorts(): Promise<Record<ProcessName, Ports>> {
  const pairs: [ProcessName, Ports][] = [];
  for (const name of PROCESS_NAMES)
    pairs.push([name, { graphql: await freePort(), health: await freePort() }]);
  return Object.fromEntries(pairs) as Record<ProcessName, Ports>;
}
