import { operation } from './graph-client.ts';

export const ADJUST_BUDGET = operation(/* GraphQL */ `
  mutation AdjustBudget($input: AdjustBudgetInput!) {
    adjustBudget(input: $input) {
      budgetPlan {
        status
      }
    }
  }
`);

export const APPROVE_ADJUSTMENT = operation(/* GraphQL */ `
  mutation ApproveAdjustment($input: ApproveBudgetAdjustmentInput!) {
    approveBudgetAdjustment(input: $input) {
      budgetPlan {
        status
      }
    }
  }
`);

export const INSTRUCT_PAYMENT = operation(/* GraphQL */ `
  mutation InstructPayment($input: InstructPaymentInput!) {
    instructPayment(input: $input) {
      payment {
        status
      }
    }
  }
`);

export const RETURN_PAYMENT = operation<{ returnPayment: { payment: { status: string } } }>(/* GraphQL */ `
  mutation ReturnPayment($input: ReturnPaymentInput!) {
    returnPayment(input: $input) {
      payment {
        status
      }
    }
  }
`);

export const REFUND_PAYMENT = operation<{
  refundPayment: { payment: { net: { yuan: string } | null } };
}>(/* GraphQL */ `
  mutation RefundPayment($input: RefundPaymentInput!) {
    refundPayment(input: $input) {
      payment {
        net {
          yuan
        }
      }
    }
  }
`);

export const RECORD_ACCEPTANCE = operation(/* GraphQL */ `
  mutation RecordAcceptance($input: RecordAcceptanceInput!) {
    recordAcceptance(input: $input) {
      contract {
        status
      }
    }
  }
`);

export const PUBLISH_ACCEPTANCE = operation(/* GraphQL */ `
  mutation PublishAcceptance($input: PublishAcceptanceInput!) {
    publishAcceptance(input: $input) {
      contract {
        status
      }
    }
  }
`);

export const EVALUATE_CONTRACT = operation<{
  evaluateContract: { evaluation: { grade: string; total: number; barsProviderIn: number | null } };
}>(/* GraphQL */ `
  mutation EvaluateContract($input: EvaluateContractInput!) {
    evaluateContract(input: $input) {
      evaluation {
        grade
        total
        barsProviderIn
      }
    }
  }
`);

export const CONDITIONS_OF = operation<{
  contract: { installments: readonly { no: number; metOn: string | null }[] } | null;
}>(/* GraphQL */ `
  query ConditionsOf($id: ID!) {
    contract(id: $id) {
      installments {
        no
        metOn
      }
    }
  }
`);

export const RECONCILE = operation<{
  reconciliation: {
    balanced: boolean;
    entries: number;
    findings: readonly { kind: string }[];
    figures: readonly { difference: { fen: string } }[];
  };
}>(/* GraphQL */ `
  query Reconcile($countyCode: RegionCode!, $year: Int!) {
    reconciliation(countyCode: $countyCode, year: $year) {
      balanced
      entries
      findings {
        kind
      }
      figures {
        difference {
          fen
        }
      }
    }
  }
`);
