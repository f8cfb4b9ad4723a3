import { operation } from './graph-client.ts';

export const DRAFT_BUDGET = operation<{
  draftBudget: { budgetPlan: { id: string; cap: { yuan: string } | null; topUp: { yuan: string } } };
}>(/* GraphQL */ `
  mutation DraftBudget($input: DraftBudgetInput!) {
    draftBudget(input: $input) {
      budgetPlan {
        id
        cap {
          yuan
        }
        topUp {
          yuan
        }
      }
    }
  }
`);

export const SUBMIT_BUDGET = operation(/* GraphQL */ `
  mutation SubmitBudget($input: SubmitBudgetInput!) {
    submitBudget(input: $input) {
      budgetPlan {
        status
      }
    }
  }
`);

export const APPROVE_BUDGET = operation(/* GraphQL */ `
  mutation ApproveBudget($input: ApproveBudgetInput!) {
    approveBudget(input: $input) {
      budgetPlan {
        status
      }
    }
  }
`);

export const APPLY_FOR_AWARD = operation<{ applyForAward: { award: { id: string } } }>(/* GraphQL */ `
  mutation ApplyForAward($input: ApplyForAwardInput!) {
    applyForAward(input: $input) {
      award {
        id
      }
    }
  }
`);

export const APPROVE_AWARD = operation<{ approveAward: { payment: { id: string } } }>(/* GraphQL */ `
  mutation ApproveAward($input: ApproveAwardInput!) {
    approveAward(input: $input) {
      payment {
        id
      }
    }
  }
`);

export const AWARDS_OF_COUNTY = operation<{
  rewardAwards: { nodes: readonly { status: string }[] };
}>(/* GraphQL */ `
  query AwardsOfCounty($within: RegionCode!) {
    rewardAwards(where: { regionCode: { within: $within } }, first: 50) {
      nodes {
        status
      }
    }
  }
`);

export const SIGN_CONTRACT = operation<{ signContract: { contract: { id: string } } }>(/* GraphQL */ `
  mutation SignContract($input: SignContractInput!) {
    signContract(input: $input) {
      contract {
        id
      }
    }
  }
`);

export const REQUEST_PAYMENT = operation<{ requestPayment: { payment: { id: string } } }>(/* GraphQL */ `
  mutation RequestPayment($input: RequestPaymentInput!) {
    requestPayment(input: $input) {
      payment {
        id
      }
    }
  }
`);

export const APPROVE_PAYMENT = operation(/* GraphQL */ `
  mutation ApprovePayment($input: ApprovePaymentInput!) {
    approvePayment(input: $input) {
      payment {
        status
      }
    }
  }
`);

export const MAKE_PAYMENT = operation(/* GraphQL */ `
  mutation MakePayment($input: MakePaymentInput!) {
    makePayment(input: $input) {
      payment {
        status
      }
    }
  }
`);
