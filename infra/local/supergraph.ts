import { composeSupergraph } from './composition.ts';
import { parseFlags, runCommandLine } from './command.ts';
import { outdatedPaths, writeGenerated } from './generated-file.ts';

/** `npm run supergraph`: composes gateway/supergraph.graphql anew; `-- --check` only says whether it is up to date. */
await runCommandLine(async () => {
  const { check, verbose } = parseFlags(process.argv.slice(2), ['check', 'verbose']);
  const { file, hints } = composeSupergraph();
  const generated = { files: [file], ownFolders: [] };
  const outdated = check ? await outdatedPaths(generated) : await writeGenerated(generated);
  if (verbose) for (const hint of hints) console.log(hint);
  if (outdated.length === 0) console.log(`${file.path} is up to date.`);
  else console.log(check ? `${file.path} is not up to date: npm run supergraph` : `${file.path} written.`);
  return check && outdated.length > 0 ? 1 : 0;
});
