import { type Cells, CODE, type ImportColumn, required } from '@qianshou/kernel';
import { type ClassId, classId, type WorkerId, workerId } from '../../domain/ids.ts';

/** Who is to be in which class. */
export interface ParticipantRow {
  readonly classId: ClassId;
  readonly workerId: WorkerId;
}

export const WORKER_COLUMN: ImportColumn = {
  name: 'workerId',
  reads: CODE,
  zh: '社工编号',
  required: true,
  example: 'wkr_01900000-0000-7000-8000-000000000001',
  about: { en: 'Id of the worker, as personnel lists it', zh: '社工编号,见人员名册' },
};

export const PARTICIPANT_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'classId',
    reads: CODE,
    zh: '班次编号',
    required: true,
    example: 'cls_01900000-0000-7000-8000-000000000001',
    about: {
      en: 'Id of an open class; with the worker it is the natural key of a place (TRA-7)',
      zh: '报名中的班次编号;与社工编号共同作为报名的唯一键',
    },
  },
  WORKER_COLUMN,
];

export function readParticipantRow(cells: Cells): ParticipantRow {
  return {
    classId: classId(required(cells, 'classId')),
    workerId: workerId(required(cells, 'workerId')),
  };
}
