import { operation } from './graph-client.ts';

export const ENROL_WORKER = operation<{ enrolWorker: { enrolment: { id: string } } }>(/* GraphQL */ `
  mutation EnrolWorker($input: EnrolWorkerInput!) {
    enrolWorker(input: $input) {
      enrolment {
        id
      }
    }
  }
`);

export const RECORD_SESSION = operation<{ recordTrainingSession: { session: { id: string } } }>(
  /* GraphQL */ `
    mutation RecordTrainingSession($input: RecordTrainingSessionInput!) {
      recordTrainingSession(input: $input) {
        session {
          id
        }
      }
    }
  `,
);

export const RECORD_PRESENCE = operation(/* GraphQL */ `
  mutation RecordSessionAttendance($input: RecordSessionAttendanceInput!) {
    recordSessionAttendance(input: $input) {
      session {
        id
      }
    }
  }
`);

export const INTERRUPT_CLASS = operation<{
  interruptTrainingClass: {
    trainingClass: {
      status: string;
      tally: { failed: number } | null;
      enrolments: { nodes: readonly { status: string; attendedHours: number | null }[] } | null;
    };
  };
}>(/* GraphQL */ `
  mutation InterruptTrainingClass($input: InterruptTrainingClassInput!) {
    interruptTrainingClass(input: $input) {
      trainingClass {
        status
        tally {
          failed
        }
        enrolments(first: 50) {
          nodes {
            status
            attendedHours
          }
        }
      }
    }
  }
`);

export const MAKE_UP = operation<{
  recordMakeUp: {
    enrolment: {
      status: string;
      makeUp: { score: number; scoreBefore: number | null } | null;
      certificate: { id: string; no: string; check: string | null; hours: number } | null;
    };
  };
}>(/* GraphQL */ `
  mutation RecordMakeUp($input: RecordMakeUpInput!) {
    recordMakeUp(input: $input) {
      enrolment {
        status
        makeUp {
          score
          scoreBefore
        }
        certificate {
          id
          no
          check
          hours
        }
      }
    }
  }
`);

export const CANCEL_CERTIFICATE = operation<{
  cancelTrainingCertificate: { certificate: { status: string } };
}>(/* GraphQL */ `
  mutation CancelTrainingCertificate($input: CancelTrainingCertificateInput!) {
    cancelTrainingCertificate(input: $input) {
      certificate {
        status
      }
    }
  }
`);

export const HOURS_AND_PAPER = operation<{
  socialWorker: { creditedHours: readonly { hours: number }[] | null } | null;
  isTrainingCertificateGenuine: { genuine: boolean } | null;
}>(/* GraphQL */ `
  query HoursAndPaper($worker: ID!, $no: String!, $check: String!) {
    socialWorker(id: $worker) {
      creditedHours {
        hours
      }
    }
    isTrainingCertificateGenuine(no: $no, check: $check) {
      genuine
    }
  }
`);

export const RECORD_SUPERVISION = operation<{ recordSupervision: { supervision: { id: string } } }>(
  /* GraphQL */ `
    mutation RecordSupervision($input: RecordSupervisionInput!) {
      recordSupervision(input: $input) {
        supervision {
          id
        }
      }
    }
  `,
);

export const FOLLOW_UP_SUPERVISION = operation<{
  followUpSupervision: { supervision: { followedUpOn: string | null } };
}>(/* GraphQL */ `
  mutation FollowUpSupervision($input: FollowUpSupervisionInput!) {
    followUpSupervision(input: $input) {
      supervision {
        followedUpOn
      }
    }
  }
`);

export const SUPERVISION_DUE = operation<{ supervisionDue: readonly { held: number }[] | null }>(
  /* GraphQL */ `
    query SupervisionDue($county: RegionCode!) {
      supervisionDue(countyCode: $county) {
        held
      }
    }
  `,
);

export const RECORD_OUTCOME = operation<{ recordExamOutcome: { outcome: { id: string } } }>(/* GraphQL */ `
  mutation RecordExamOutcome($input: RecordExamOutcomeInput!) {
    recordExamOutcome(input: $input) {
      outcome {
        id
      }
    }
  }
`);

export const PASS_RATES = operation<{
  trainingClass: { examPassRate: { numerator: number; denominator: number } | null } | null;
}>(/* GraphQL */ `
  query PassRates($id: ID!) {
    trainingClass(id: $id) {
      examPassRate {
        numerator
        denominator
      }
    }
  }
`);
