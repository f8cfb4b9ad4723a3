import { defineError } from '@qianshou/kernel';

export const sessionNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'TRAINING_SESSION_NOT_FOUND',
  en: 'There is no such session.',
  zh: '没有该授课场次。',
});

export const sessionNotHeld = defineError({
  kind: 'INVALID',
  code: 'TRAINING_SESSION_NOT_HELD_YET',
  en: 'Only what took place is recorded; {heldOn} has not come yet. Record the session on that day.',
  zh: '只登记已举行的授课,{heldOn} 尚未到来。请在当日或之后登记。',
});

export const sessionBeyondClassHours = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_SESSION_BEYOND_CLASS_HOURS',
  en: 'The class has {planned} hours, of which {heldHours} were held; {hours} more are too many. Correct the hours, or revise those of the class.',
  zh: '该班次共 {planned} 学时,已授课 {heldHours} 学时,不能再登记 {hours} 学时。请更正学时,或变更班次学时。',
});

export const sessionCredited = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_SESSION_CREDITED',
  en: 'Results rest on the hours of this session already. Strike those results first, or correct them.',
  zh: '已有成绩计入该场授课的学时。请先作废或更正有关成绩。',
});

export const attendanceBySession = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_ATTENDANCE_BY_SESSION',
  en: 'The attendance of this class is recorded session by session. Use recordSessionAttendance.',
  zh: '该班次按场次登记出勤,请使用 recordSessionAttendance。',
});

export const attendanceBeyondSession = defineError({
  kind: 'INVALID',
  code: 'TRAINING_ATTENDANCE_BEYOND_SESSION',
  en: '{hours} hours were not there to attend: of this session {sessionHours} count. Correct the hours.',
  zh: '该场授课可计 {sessionHours} 学时,不能登记 {hours} 学时。请更正学时。',
});

export const attendanceRecordedAlready = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_ATTENDANCE_RECORDED_ALREADY',
  en: 'The attendance of {enrolmentId} at this session is recorded otherwise. Correct it with correctSessionAttendance.',
  zh: '报名 {enrolmentId} 在该场授课的出勤已登记且内容不同。请用 correctSessionAttendance 更正。',
});

export const attendanceNotRecorded = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_ATTENDANCE_NOT_RECORDED',
  en: 'No attendance of {enrolmentId} at this session is recorded. Record it with recordSessionAttendance.',
  zh: '报名 {enrolmentId} 在该场授课尚无出勤记录。请用 recordSessionAttendance 登记。',
});
