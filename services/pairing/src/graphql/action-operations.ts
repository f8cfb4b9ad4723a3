import type { ActionOperations, DoneBy } from '@qianshou/service-kit/graphql';
import type {
  AgencyAction,
  CooperationSchemeAction,
  DispatchAssignmentAction,
  MutationResolvers,
  PairingAction,
  PairingApplicationAction,
  PairingEvaluationAction,
  PairingTargetAction,
  ProgrammePhaseAction,
  ProgressReportAction,
  PublicityAction,
  SupervisionNoteAction,
  SupportActivityAction,
} from './generated/resolvers.ts';

type By<Action extends string> = DoneBy<Action, keyof MutationResolvers>;

/** What each action of what this service owns is done with: `actionCheck` asks it why not. */
export const actionOperations = {
  Agency: {
    prefix: 'agy',
    by: 'agencyId',
    operations: {
      CONFIRM: 'confirmAgency',
      REFUSE: 'refuseAgency',
      REVISE: 'reviseAgency',
      SUSPEND: 'suspendAgency',
      REINSTATE: 'reinstateAgency',
      STRIKE_OFF: 'strikeOffAgency',
      RESTORE: 'restoreAgency',
      CHANGE_REGISTRATION: 'changeAgencyRegistration',
      MERGE: { operation: 'mergeAgencies', by: 'keptAgencyId' },
    } satisfies By<AgencyAction>,
  },
  CooperationScheme: {
    prefix: 'sch',
    by: 'schemeId',
    operations: {
      CHANGE_QUOTA: 'changeSchemeQuota',
      CHANGE_AUTHORITY: 'changeSchemeAuthority',
      ADOPT_POLICY: 'adoptSchemePolicy',
      CORRECT: 'correctCooperationScheme',
      STRIKE: 'strikeCooperationScheme',
    } satisfies By<CooperationSchemeAction>,
  },
  DispatchAssignment: {
    prefix: 'dsp',
    by: 'dispatchId',
    operations: {
      END: 'endDispatch',
      CONFIRM: 'confirmDispatch',
      CONTEST: 'contestDispatch',
      CORRECT: 'correctDispatch',
      STRIKE: 'strikeDispatch',
    } satisfies By<DispatchAssignmentAction>,
  },
  Pairing: {
    prefix: 'par',
    by: 'pairingId',
    operations: {
      SIGN: 'signPairing',
      START: 'startPairing',
      SUSPEND: 'suspendPairing',
      RESUME: 'resumePairing',
      EXTEND: 'extendPairing',
      CHANGE_TASK_GROUPS: 'changePairingTaskGroups',
      BEGIN_FINAL_EVALUATION: 'beginFinalEvaluation',
      COMPLETE: 'completePairing',
      CORRECT: 'correctPairing',
      STRIKE: 'strikePairing',
      TERMINATE: 'terminatePairing',
      RENEW: 'renewPairing',
      SET_TARGET: 'setPairingTarget',
      START_DISPATCH: 'startDispatch',
      LOG_ACTIVITY: 'logSupportActivity',
      SUBMIT_REPORT: 'submitProgressReport',
      NAME_TRAINEES: 'nameTrainees',
      RECORD_GROWN_AGENCY: 'recordGrownAgency',
      CORRECT_TRAINEE: 'correctTrainee',
      CORRECT_GROWN_AGENCY: 'correctGrownAgency',
      STRIKE_TRAINEE: 'strikeTrainee',
      STRIKE_GROWN_AGENCY: 'strikeGrownAgency',
      EVALUATE: 'recordPairingEvaluation',
      NOTE_SUPERVISION: 'noteSupervision',
    } satisfies By<PairingAction>,
  },
  PairingApplication: {
    prefix: 'app',
    by: 'applicationId',
    operations: {
      RECOMMEND: 'recommendPairingApplication',
      CONFIRM: 'confirmPairingApplication',
      BEGIN_REVIEW: 'beginPairingApplicationReview',
      MATCH: 'matchPairingApplication',
      REJECT: 'rejectPairingApplication',
      WITHDRAW: 'withdrawPairingApplication',
    } satisfies By<PairingApplicationAction>,
  },
  PairingEvaluation: {
    prefix: 'pev',
    by: 'evaluationId',
    operations: {
      CORRECT: 'correctPairingEvaluation',
      STRIKE: 'strikePairingEvaluation',
    } satisfies By<PairingEvaluationAction>,
  },
  PairingTarget: {
    prefix: 'tgt',
    by: 'targetId',
    operations: {
      RECORD_PROGRESS: 'recordTargetProgress',
      STRIKE_PROGRESS: 'strikeTargetProgress',
      CORRECT_PROGRESS: 'correctTargetProgress',
      CORRECT: 'correctPairingTarget',
      STRIKE: 'strikePairingTarget',
    } satisfies By<PairingTargetAction>,
  },
  ProgrammePhase: {
    prefix: 'pha',
    by: 'phaseId',
    operations: {
      CLOSE: 'closeProgrammePhase',
      REOPEN: 'reopenProgrammePhase',
      CORRECT: 'correctProgrammePhase',
    } satisfies By<ProgrammePhaseAction>,
  },
  ProgressReport: {
    prefix: 'rep',
    by: 'reportId',
    operations: {
      ACCEPT: 'acceptProgressReport',
      RETURN: 'returnProgressReport',
    } satisfies By<ProgressReportAction>,
  },
  PublicityItem: {
    prefix: 'pub',
    by: 'publicityId',
    operations: {
      CORRECT: 'correctPublicityItem',
      STRIKE: 'strikePublicityItem',
    } satisfies By<PublicityAction>,
  },
  SupervisionNote: {
    prefix: 'svn',
    by: 'noteId',
    operations: {
      CLOSE: 'closeSupervisionNote',
      CORRECT: 'correctSupervisionNote',
      STRIKE: 'strikeSupervisionNote',
    } satisfies By<SupervisionNoteAction>,
  },
  SupportActivity: {
    prefix: 'act',
    by: 'activityId',
    operations: {
      CONFIRM: 'confirmSupportActivity',
      CONTEST: 'contestSupportActivity',
      CORRECT: 'correctSupportActivity',
      STRIKE: 'strikeSupportActivity',
    } satisfies By<SupportActivityAction>,
  },
} satisfies ActionOperations;
