import type { Publication } from '@qianshou/events';
import type { ImportRun, RowCounts } from './import-run.ts';

/** The services that take in files: each names its root fields and its event after itself. */
export type ImportingService = 'station' | 'pairing' | 'training' | 'funding' | 'personnel';

/** An import is nobody's region: which regions its rows are of, their own facts say. */
export function importPublication(service: ImportingService, run: ImportRun): Publication {
  const { id: importId, kind, status, check, application } = run;
  return {
    type: `qianshou.${service}.import-progressed.v1`,
    data: { importId, kind, status, checked: countsOf(check), applied: countsOf(application) },
    regionCode: null,
  };
}

function countsOf({ rows, fresh, changed, known, refused }: RowCounts) {
  return { rows, new: fresh, changed, known, refused };
}
