import { type Cells, CODE, type ImportColumn, required, wholeNumber } from '@qianshou/kernel';
import { type ClassId, classId, type WorkerId, workerId } from '../../domain/ids.ts';
import { WORKER_COLUMN } from './participant-columns.ts';

/** What a participant attended of a class, in all. */
export interface AttendanceRow {
  readonly classId: ClassId;
  readonly workerId: WorkerId;
  readonly attendedHours: number;
}

export const ATTENDANCE_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'classId',
    reads: CODE,
    zh: '班次编号',
    required: true,
    example: 'cls_01900000-0000-7000-8000-000000000001',
    about: {
      en: 'Id of a class in progress without sessions of its own; with the worker it is the natural key of a line',
      zh: '进行中且未按次签到的班次编号;与社工编号共同作为出勤的唯一键',
    },
  },
  WORKER_COLUMN,
  {
    name: 'attendedHours',
    zh: '出勤学时',
    required: true,
    example: '18',
    about: {
      en: 'Hours attended in all, at most those of the class; a corrected sum takes the place of the one before',
      zh: '累计出勤学时,不超过班次学时;更正后的合计替换原数',
    },
  },
];

export function readAttendanceRow(cells: Cells): AttendanceRow {
  return {
    classId: classId(required(cells, 'classId')),
    workerId: workerId(required(cells, 'workerId')),
    attendedHours: wholeNumber(required(cells, 'attendedHours'), 'attendedHours'),
  };
}
