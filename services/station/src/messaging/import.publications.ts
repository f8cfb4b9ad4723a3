import type { Publication } from '@qianshou/events';
import type { ImportRun, RowCounts } from '@qianshou/service-kit/imports';

/** An import is nobody's region: which regions its rows are of, their own facts say. */
export function publishImport({ id: importId, kind, status, check, application }: ImportRun): Publication {
  return {
    type: 'qianshou.station.import-progressed.v1',
    data: { importId, kind, status, checked: countsOf(check), applied: countsOf(application) },
    regionCode: null,
  };
}

function countsOf({ rows, fresh, known, refused }: RowCounts) {
  return { rows, new: fresh, known, refused };
}
