import { type Cells, CODE, ifGiven, type ImportColumn, oneOf, required, wholeNumber } from '@qianshou/kernel';
import { type SessionId, sessionId, type WorkerId, workerId } from '../../domain/ids.ts';
import type { Attended } from '../../domain/class/session-attendance.ts';
import { WORKER_COLUMN } from './participant-columns.ts';

/** Who was at which session. */
export interface SignInRow extends Attended {
  readonly sessionId: SessionId;
  readonly workerId: WorkerId;
}

export const PRESENCES = {
  PRESENT: ['出席', '到', 'Present'],
  EXCUSED: ['请假', 'Excused'],
  ABSENT: ['缺勤', 'Absent'],
} as const;

export const SIGN_IN_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'sessionId',
    reads: CODE,
    zh: '授课编号',
    required: true,
    example: 'ses_01900000-0000-7000-8000-000000000001',
    about: {
      en: 'Id of a session that took place; with the worker it is the natural key of a line',
      zh: '已授课的编号;与社工编号共同作为签到的唯一键',
    },
  },
  WORKER_COLUMN,
  {
    name: 'presence',
    zh: '出勤情况',
    required: true,
    example: '出席',
    about: { en: 'Present, excused or absent', zh: '出席、请假或缺勤' },
  },
  {
    name: 'hours',
    zh: '出勤学时',
    required: false,
    example: '3',
    about: {
      en: 'Hours of a session that was left early; empty: all of it',
      zh: '迟到早退时的学时;空白为全程',
    },
  },
];

export function readSignInRow(cells: Cells): SignInRow {
  return {
    sessionId: sessionId(required(cells, 'sessionId')),
    workerId: workerId(required(cells, 'workerId')),
    presence: oneOf(PRESENCES)(required(cells, 'presence'), 'presence'),
    hours: ifGiven(cells, 'hours', wholeNumber),
  };
}
