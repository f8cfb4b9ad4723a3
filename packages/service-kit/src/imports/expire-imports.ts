import { bounded, type DomainError } from '@qianshou/kernel';
import { importAbandoned, importFileGone } from './errors.ts';
import { FILE_KEPT_DAYS } from './import-files.ts';
import { fail, type ImportRun } from './import-run.ts';
import type { RunnerParts } from './import-parts.ts';

const HOUR_MS = 3_600_000;
const ABANDONED_HOURS = 24;

/** Ends what nobody goes on with, and gives back what was reserved for it: half-sent files, and files nobody applies. */
export async function expireImports(parts: RunnerParts): Promise<void> {
  const { store, files, clock } = parts;
  const ago = (hours: number): Date => new Date(clock.now().getTime() - hours * HOUR_MS);
  const abandoned = ago(ABANDONED_HOURS);
  for (const run of await store.findBegunBefore('RECEIVING', abandoned)) {
    const last = await files.lastPieceAt(run.id);
    if (last === null || last < abandoned) await end(parts, run, importAbandoned({ hours: ABANDONED_HOURS }));
  }
  for (const run of await store.findBegunBefore('CHECKED', ago(FILE_KEPT_DAYS * 24)))
    await end(parts, run, importFileGone({ days: FILE_KEPT_DAYS }));
}

/** One that somebody moves on with meanwhile is left alone. */
async function end({ store, files, logger }: RunnerParts, run: ImportRun, why: DomainError): Promise<void> {
  try {
    await store.save(fail(run, { code: why.code, message: bounded(why.messages) }));
    await files.remove(run.id);
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: 'unknown' };
    logger.info({ importId: run.id, why: message.slice(0, 200) }, 'an import was not ended for its age');
  }
}
