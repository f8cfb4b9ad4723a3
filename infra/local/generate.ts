import { parseFlags, runCommandLine } from './command.ts';
import { outdatedPaths, writeGenerated } from './generated-file.ts';
import { generateDocuments } from './generators.ts';

/** `npm run generate`: writes the documents that are made from code; `-- --check` only names the outdated ones. */
await runCommandLine(async () => {
  const { check } = parseFlags(process.argv.slice(2), ['check']);
  const documents = await generateDocuments();
  const outdated = check ? await outdatedPaths(documents) : await writeGenerated(documents);
  for (const path of outdated)
    console.log(`${path} ${check ? 'is not up to date: npm run generate' : 'written.'}`);
  if (outdated.length === 0) console.log('The generated documents are up to date.');
  return check && outdated.length > 0 ? 1 : 0;
});
