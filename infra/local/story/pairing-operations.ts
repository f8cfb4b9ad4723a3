import { DEMO } from './demo.ts';
import { operation } from './graph-client.ts';

/** The phase that story and load work in: the same request from both, so that whoever comes second finds it open. */
export const DEMO_PHASE = {
  name: `牵手计划 2026–2030(${DEMO})`,
  startsOn: '2026-01-01',
  endsOn: '2030-12-31',
  source: `${DEMO}阶段:原计划期已于 2025-12-31 结束`,
  idempotencyKey: 'demo-phase-2026-2030',
} as const;

export const OPEN_PHASE = operation(/* GraphQL */ `
  mutation OpenProgrammePhase($input: OpenProgrammePhaseInput!) {
    openProgrammePhase(input: $input) {
      phase {
        status
      }
    }
  }
`);

export const OPEN_SCHEME = operation<{ openCooperationScheme: { scheme: { id: string } } }>(/* GraphQL */ `
  mutation OpenCooperationScheme($input: OpenCooperationSchemeInput!) {
    openCooperationScheme(input: $input) {
      scheme {
        id
      }
    }
  }
`);

export const SUBMIT_APPLICATION = operation<{
  submitPairingApplication: { application: { id: string } };
}>(/* GraphQL */ `
  mutation SubmitPairingApplication($input: SubmitPairingApplicationInput!) {
    submitPairingApplication(input: $input) {
      application {
        id
      }
    }
  }
`);

export const CONFIRM_APPLICATION = operation(/* GraphQL */ `
  mutation ConfirmPairingApplication($input: ConfirmPairingApplicationInput!) {
    confirmPairingApplication(input: $input) {
      application {
        status
      }
    }
  }
`);

export const MATCH_APPLICATION = operation<{ matchPairingApplication: { pairing: { id: string } } }>(
  /* GraphQL */ `
    mutation MatchPairingApplication($input: MatchPairingApplicationInput!) {
      matchPairingApplication(input: $input) {
        pairing {
          id
        }
      }
    }
  `,
);

export const REJECT_APPLICATION = operation(/* GraphQL */ `
  mutation RejectPairingApplication($input: RejectPairingApplicationInput!) {
    rejectPairingApplication(input: $input) {
      application {
        status
      }
    }
  }
`);

export const SIGN_PAIRING = operation(/* GraphQL */ `
  mutation SignPairing($input: SignPairingInput!) {
    signPairing(input: $input) {
      pairing {
        status
      }
    }
  }
`);

export const START_PAIRING = operation(/* GraphQL */ `
  mutation StartPairing($input: StartPairingInput!) {
    startPairing(input: $input) {
      pairing {
        status
      }
    }
  }
`);
