import type { ActionOperations, DoneBy } from '@qianshou/service-kit/graphql';
import type {
  IdentityCaseAction,
  MutationResolvers,
  PostingAction,
  QualificationAction,
  RecruitmentAction,
  RenewalAction,
  SocialWorkerAction,
  WorkerTransferQuestionAction,
} from './generated/resolvers.ts';

type By<Action extends string> = DoneBy<Action, keyof MutationResolvers>;

/** What each action of what this service owns is done with: `actionCheck` asks it why not. */
export const actionOperations = {
  IdentityCase: {
    prefix: 'idc',
    by: 'caseId',
    operations: {
      SETTLE: 'settleIdentityCase',
    } satisfies By<IdentityCaseAction>,
  },
  Posting: {
    prefix: 'pst',
    by: 'postingId',
    operations: {
      SIGN: 'signPosting',
      START: 'startPosting',
      END: 'endPosting',
      RECORD_LEAVE: 'recordPostingLeave',
      RESIGN: 'resignPosting',
      DRAW_UP_HAND_OVER: 'drawUpHandOver',
      CONFIRM_HAND_OVER: 'confirmHandOver',
      CORRECT: 'correctPosting',
      STRIKE: 'strikePosting',
    } satisfies By<PostingAction>,
  },
  Qualification: {
    prefix: 'qua',
    by: 'qualificationId',
    operations: {
      VERIFY: 'verifyQualification',
      REJECT: 'rejectQualification',
      REVOKE: 'revokeQualification',
      CORRECT: 'correctQualification',
      STRIKE: 'strikeQualification',
    } satisfies By<QualificationAction>,
  },
  RecruitmentNotice: {
    prefix: 'rec',
    by: 'noticeId',
    operations: {
      RECORD_APPLICANT: 'recordRecruitmentApplicant',
      WITHDRAW_APPLICANT: 'withdrawRecruitmentApplicant',
      CLOSE: 'closeRecruitment',
      ANNOUNCE: 'announceRecruitment',
      SIGN: 'signRecruitment',
      CANCEL: 'cancelRecruitment',
      CORRECT: 'correctRecruitment',
    } satisfies By<RecruitmentAction>,
  },
  SocialWorker: {
    prefix: 'wkr',
    by: 'workerId',
    operations: {
      CORRECT: 'correctSocialWorker',
      REVEAL: 'revealPersonalField',
    } satisfies By<SocialWorkerAction>,
  },
  WorkerTransferQuestion: {
    prefix: 'wtq',
    by: 'questionId',
    operations: {
      ANSWER: 'answerWorkerTransfer',
    } satisfies By<WorkerTransferQuestionAction>,
  },
  RenewalDecision: {
    prefix: 'rnw',
    by: 'renewalId',
    operations: {
      DECIDE: 'decideRenewal',
    } satisfies By<RenewalAction>,
  },
} satisfies ActionOperations;
