import { runCommandLine, parseFlags } from './command.ts';
import { composeSupergraph, descriptionsInConflict } from './composition.ts';
import { outdatedPaths, writeGenerated } from './generated-file.ts';

/** `npm run supergraph`: composes gateway/supergraph.graphql anew; `-- --check` only says whether it is up to date. */
await runCommandLine(async () => {
  const { check, verbose } = parseFlags(process.argv.slice(2), ['check', 'verbose']);
  const { file, hints } = composeSupergraph();
  const generated = { files: [file], ownFolders: [] };
  const outdated = check ? await outdatedPaths(generated) : await writeGenerated(generated);
  const conflicts = descriptionsInConflict(hints);
  if (verbose) for (const { code, message } of hints) console.log(`${code}: ${message}`);
  for (const conflict of conflicts) console.log(`Only the owner of a type describes it. ${conflict}`);
  console.log(verdict(file.path, { check, changed: outdated.length > 0 }));
  return conflicts.length > 0 || (check && outdated.length > 0) ? 1 : 0;
});

function verdict(path: string, { check, changed }: { check: boolean; changed: boolean }): string {
  if (!changed) return `${path} is up to date.`;
  return check ? `${path} is not up to date: npm run supergraph` : `${path} written.`;
}
