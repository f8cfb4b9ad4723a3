import type { Ports } from '../ports.ts';
import { correctSessionAttendance } from './correct-session-attendance.ts';
import { correctTrainingSession } from './correct-training-session.ts';
import { listTrainingSessions } from './list-training-sessions.ts';
import { recordSessionAttendance } from './record-session-attendance.ts';
import { recordTrainingSession } from './record-training-session.ts';
import { strikeTrainingSession } from './strike-training-session.ts';

export function useCasesOfSession(ports: Ports) {
  return {
    correctSessionAttendance: correctSessionAttendance(ports),
    correctTrainingSession: correctTrainingSession(ports),
    listTrainingSessions: listTrainingSessions(ports),
    recordSessionAttendance: recordSessionAttendance(ports),
    recordTrainingSession: recordTrainingSession(ports),
    strikeTrainingSession: strikeTrainingSession(ports),
  };
}
