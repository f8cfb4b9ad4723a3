import { runCommandLine } from './command.ts';
import { listPersonas, openIssuer } from './issuer/index.ts';
import { SetupError } from './setup-error.ts';

/** `npm run token -- <persona>`: the token alone on stdout, so that it can be taken into a variable. */
await runCommandLine(async () => {
  const [persona] = process.argv.slice(2);
  if (persona === undefined) throw new SetupError('Whose token? npm run token -- <persona>', listPersonas());
  const issuer = await openIssuer();
  process.stdout.write(`${await issuer.issueToken(persona)}\n`);
  process.stderr.write(`Valid for 12 hours. In a shell: TOKEN=$(npm run --silent token -- ${persona})\n`);
  return 0;
});
