import { join } from 'node:path';
import { runCommandLine } from './command.ts';
import { openIssuer } from './issuer/index.ts';
import { LOCAL } from './places.ts';
import { ensureComposeSecrets } from './system/compose-secrets.ts';

/** `npm run secrets`: what docker-compose.yml mounts, made once. */
await runCommandLine(async () => {
  const folder = join(LOCAL, 'compose');
  const issuer = await openIssuer();
  await ensureComposeSecrets(folder, issuer.jwksFile);
  console.log(`The secrets of docker compose are in ${folder}. Next: NODE_ENV=development docker compose up`);
  return 0;
});
