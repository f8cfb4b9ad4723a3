import type { ActionOperations, DoneBy } from '@qianshou/service-kit/graphql';
import type {
  EnrolmentAction,
  ExamOutcomeAction,
  MutationResolvers,
  ProgrammeAction,
  SupervisionAction,
  TrainingCertificateAction,
  TrainingClassAction,
  TrainingSessionAction,
} from './generated/resolvers.ts';

type By<Action extends string> = DoneBy<Action, keyof MutationResolvers>;

/** What each action of what this service owns is done with: `actionCheck` asks it why not. */
export const actionOperations = {
  Enrolment: {
    prefix: 'enr',
    by: 'enrolmentId',
    operations: {
      ACCEPT_OFFER: 'acceptOffer',
      WITHDRAW: 'withdrawEnrolment',
      CORRECT_RESULT: 'correctResult',
      STRIKE_RESULT: 'strikeResult',
      MAKE_UP: 'recordMakeUp',
    } satisfies By<EnrolmentAction>,
  },
  ExamOutcome: {
    prefix: 'exo',
    by: 'outcomeId',
    operations: {
      CORRECT: 'correctExamOutcome',
      STRIKE: 'strikeExamOutcome',
    } satisfies By<ExamOutcomeAction>,
  },
  Programme: {
    prefix: 'prg',
    by: null,
    operations: {
      REVISE: 'reviseProgramme',
      CLOSE: 'closeProgramme',
    } satisfies By<ProgrammeAction>,
  },
  SupervisionSession: {
    prefix: 'sup',
    by: 'supervisionId',
    operations: {
      FOLLOW_UP: 'followUpSupervision',
      CORRECT: 'correctSupervision',
      STRIKE: 'strikeSupervision',
    } satisfies By<SupervisionAction>,
  },
  TrainingCertificate: {
    prefix: 'tct',
    by: 'certificateId',
    operations: {
      CANCEL: 'cancelTrainingCertificate',
      REPRINT: 'reprintTrainingCertificate',
    } satisfies By<TrainingCertificateAction>,
  },
  TrainingClass: {
    prefix: 'cls',
    by: 'classId',
    operations: {
      OPEN: 'openTrainingClass',
      ENROL: 'enrolWorker',
      START: 'startTrainingClass',
      RECORD_ATTENDANCE: 'recordAttendance',
      ASSESS: 'assessClass',
      CLOSE: 'closeTrainingClass',
      REVISE: 'reviseTrainingClass',
      POSTPONE: 'postponeTrainingClass',
      CORRECT: 'correctTrainingClass',
      RECORD_SESSION: 'recordTrainingSession',
      INTERRUPT: 'interruptTrainingClass',
      CANCEL: 'cancelTrainingClass',
    } satisfies By<TrainingClassAction>,
  },
  TrainingSession: {
    prefix: 'ses',
    by: 'sessionId',
    operations: {
      RECORD_ATTENDANCE: 'recordSessionAttendance',
      CORRECT: 'correctTrainingSession',
      STRIKE: 'strikeTrainingSession',
    } satisfies By<TrainingSessionAction>,
  },
} satisfies ActionOperations;
