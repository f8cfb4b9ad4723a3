import { operation } from './graph-client.ts';

export const PUBLISH_GUIDE = operation(/* GraphQL */ `
  mutation PublishServiceGuide($input: PublishServiceGuideInput!) {
    publishServiceGuide(input: $input) {
      station {
        version
      }
    }
  }
`);

export const RECORD_SERVICES = operation(/* GraphQL */ `
  mutation RecordServices($input: RecordServicesInput!) {
    recordServices(input: $input) {
      records {
        id
      }
    }
  }
`);

export interface ServiceSum {
  readonly records: number;
  readonly persons: number;
  readonly hours: number;
}

export interface ServiceMonth extends ServiceSum {
  readonly month: string;
  readonly byDomain: readonly (ServiceSum & { readonly domain: string })[];
}

export const SERVICE_MONTHS = operation<{
  region: { serviceMonths: readonly ServiceMonth[] | null } | null;
}>(/* GraphQL */ `
  query ServiceMonths($code: RegionCode!, $month: String!) {
    region(code: $code) {
      serviceMonths(from: $month, to: $month) {
        month
        records
        persons
        hours
        byDomain {
          domain
          records
          persons
          hours
        }
      }
    }
  }
`);

export const FILE_COMPLAINT = operation<{ fileComplaint: { complaint: { id: string; dueOn: string } } }>(
  /* GraphQL */ `
    mutation FileComplaint($input: FileComplaintInput!) {
      fileComplaint(input: $input) {
        complaint {
          id
          dueOn
        }
      }
    }
  `,
);

export const HANDLE_COMPLAINT = operation(/* GraphQL */ `
  mutation HandleComplaint($input: HandleComplaintInput!) {
    handleComplaint(input: $input) {
      complaint {
        status
      }
    }
  }
`);

export const COMPLAINT = operation<{
  complaint: { status: string; outcome: string | null; result: string | null } | null;
}>(/* GraphQL */ `
  query Complaint($id: ID!) {
    complaint(id: $id) {
      status
      outcome
      result
    }
  }
`);

export const ORDER_RECTIFICATION = operation<{
  orderRectification: { station: { rectification: { planDueOn: string } | null } };
}>(/* GraphQL */ `
  mutation OrderRectification($input: OrderRectificationInput!) {
    orderRectification(input: $input) {
      station {
        rectification {
          planDueOn
        }
      }
    }
  }
`);

export const PLAN_RECTIFICATION = operation(/* GraphQL */ `
  mutation PlanRectification($input: PlanRectificationInput!) {
    planRectification(input: $input) {
      station {
        status
      }
    }
  }
`);

export const CONFIRM_RECTIFICATION = operation<{
  confirmRectification: { station: { status: string } };
}>(/* GraphQL */ `
  mutation ConfirmRectification($input: ConfirmRectificationInput!) {
    confirmRectification(input: $input) {
      station {
        status
      }
    }
  }
`);

export const EVALUATE_STATION = operation<{
  evaluateStation: {
    evaluation: { grade: string };
    station: { status: string; rectification: { planDueOn: string } | null };
  };
}>(/* GraphQL */ `
  mutation EvaluateStation($input: EvaluateStationInput!) {
    evaluateStation(input: $input) {
      evaluation {
        grade
      }
      station {
        status
        rectification {
          planDueOn
        }
      }
    }
  }
`);

export const WITHDRAW_DEMONSTRATION = operation(/* GraphQL */ `
  mutation WithdrawDemonstration($input: WithdrawDemonstrationInput!) {
    withdrawDemonstration(input: $input) {
      station {
        tier
      }
    }
  }
`);

export const RESTORE_DEMONSTRATION = operation(/* GraphQL */ `
  mutation RestoreDemonstration($input: RestoreDemonstrationInput!) {
    restoreDemonstration(input: $input) {
      station {
        tier
      }
    }
  }
`);

export const EVALUATIONS = operation<{
  stationEvaluations: {
    nodes: readonly {
      kind: string;
      score: number;
      grade: string;
      station: { signage: string; tier: string };
    }[];
  };
}>(/* GraphQL */ `
  query EvaluationsOfACounty($code: RegionCode!) {
    stationEvaluations(where: { regionCode: { within: $code } }, first: 20) {
      nodes {
        kind
        score
        grade
        station {
          signage
          tier
        }
      }
    }
  }
`);
