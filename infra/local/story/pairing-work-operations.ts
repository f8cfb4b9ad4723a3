import { operation } from './graph-client.ts';

export const SET_TARGET = operation<{ setPairingTarget: { target: { id: string } } }>(/* GraphQL */ `
  mutation SetPairingTarget($input: SetPairingTargetInput!) {
    setPairingTarget(input: $input) {
      target {
        id
      }
    }
  }
`);

export const RECORD_PROGRESS = operation(/* GraphQL */ `
  mutation RecordTargetProgress($input: RecordTargetProgressInput!) {
    recordTargetProgress(input: $input) {
      target {
        met
      }
    }
  }
`);

export const START_DISPATCH = operation<{ startDispatch: { dispatch: { id: string } } }>(/* GraphQL */ `
  mutation StartDispatch($input: StartDispatchInput!) {
    startDispatch(input: $input) {
      dispatch {
        id
      }
    }
  }
`);

export const END_DISPATCH = operation(/* GraphQL */ `
  mutation EndDispatch($input: EndDispatchInput!) {
    endDispatch(input: $input) {
      dispatch {
        status
      }
    }
  }
`);

export const LOG_SUPPORT_ACTIVITY = operation<{ logSupportActivity: { activity: { id: string } } }>(
  /* GraphQL */ `
    mutation LogSupportActivity($input: LogSupportActivityInput!) {
      logSupportActivity(input: $input) {
        activity {
          id
        }
      }
    }
  `,
);

export const NAME_TRAINEES = operation(/* GraphQL */ `
  mutation NameTrainees($input: NameTraineesInput!) {
    nameTrainees(input: $input) {
      pairing {
        trainees
      }
    }
  }
`);

export const REVISE_AGENCY = operation(/* GraphQL */ `
  mutation ReviseAgency($input: ReviseAgencyInput!) {
    reviseAgency(input: $input) {
      agency {
        canOperate
      }
    }
  }
`);

export const RECORD_GROWN_AGENCY = operation(/* GraphQL */ `
  mutation RecordGrownAgency($input: RecordGrownAgencyInput!) {
    recordGrownAgency(input: $input) {
      pairing {
        id
      }
    }
  }
`);

export const SUBMIT_REPORT = operation<{ submitProgressReport: { report: { id: string } } }>(/* GraphQL */ `
  mutation SubmitProgressReport($input: SubmitProgressReportInput!) {
    submitProgressReport(input: $input) {
      report {
        id
      }
    }
  }
`);

export const ACCEPT_REPORT = operation(/* GraphQL */ `
  mutation AcceptProgressReport($input: AcceptProgressReportInput!) {
    acceptProgressReport(input: $input) {
      report {
        status
      }
    }
  }
`);

export const EVALUATE_PAIRING = operation(/* GraphQL */ `
  mutation RecordPairingEvaluation($input: RecordPairingEvaluationInput!) {
    recordPairingEvaluation(input: $input) {
      evaluation {
        grade
      }
    }
  }
`);

export const NOTE_SUPERVISION = operation(/* GraphQL */ `
  mutation NoteSupervision($input: NoteSupervisionInput!) {
    noteSupervision(input: $input) {
      note {
        followUpOn
      }
    }
  }
`);

export const RECORD_PUBLICITY = operation(/* GraphQL */ `
  mutation RecordPublicityItem($input: RecordPublicityItemInput!) {
    recordPublicityItem(input: $input) {
      item {
        title
      }
    }
  }
`);

export interface ReportPeriod {
  readonly period: number;
  readonly endsOn: string;
  readonly dueOn: string;
}

export const REPORT_PERIODS = operation<{
  pairing: { reportPeriods: readonly ReportPeriod[] } | null;
}>(/* GraphQL */ `
  query ReportPeriods($id: ID!) {
    pairing(id: $id) {
      reportPeriods {
        period
        endsOn
        dueOn
      }
    }
  }
`);

export const QUIET_PAIRINGS = operation<{
  pairingsToSupervise: {
    nodes: readonly { dueOn: string; pairing: { pairNo: string; county: { name: string } } }[];
  };
}>(/* GraphQL */ `
  query QuietPairings {
    pairingsToSupervise(reason: QUIET, first: 20) {
      nodes {
        dueOn
        pairing {
          pairNo
          county {
            name
          }
        }
      }
    }
  }
`);
