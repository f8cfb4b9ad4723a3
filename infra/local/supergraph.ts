import { runCommandLine, parseFlags } from './command.ts';
import { composeSupergraph, descriptionsInConflict } from './composition.ts';
import { outdatedPaths, writeGenerated, type GeneratedFile } from './generated-file.ts';

/** `npm run supergraph`: composes gateway/supergraph.graphql, and the same graph as clients see it, anew; `-- --check` only says whether it is up to date. */
await runCommandLine(async () => {
  const { check, verbose } = parseFlags(process.argv.slice(2), ['check', 'verbose']);
  const { file, api, hints } = composeSupergraph();
  const generated = { files: [file, api], ownFolders: [] };
  const outdated = check ? await outdatedPaths(generated) : await writeGenerated(generated);
  const conflicts = descriptionsInConflict(hints);
  if (verbose) for (const { code, message } of hints) console.log(`${code}: ${message}`);
  const said = conflicts.map((conflict) => `Only the owner of a type describes it. ${conflict}`);
  for (const line of [...said, ...verdicts(generated.files, outdated, check)]) console.log(line);
  return conflicts.length > 0 || (check && outdated.length > 0) ? 1 : 0;
});

function verdicts(
  files: readonly GeneratedFile[],
  outdated: readonly string[],
  check: boolean,
): readonly string[] {
  const changed = check ? 'is not up to date: npm run supergraph' : 'written.';
  return files.map(({ path }) => `${path} ${outdated.includes(path) ? changed : 'is up to date.'}`);
}
