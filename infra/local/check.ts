import { runChecks } from './checks.ts';
import { runCommandLine } from './command.ts';

/** `npm run check`: everything about the code that can be said without running it. */
await runCommandLine(async () => {
  const results = await runChecks();
  const failed = results.filter(({ ok }) => !ok);
  console.log(`\n${results.length - failed.length} checks passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
});
