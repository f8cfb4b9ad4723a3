import { operation } from './graph-client.ts';

export interface PairingAtWork {
  readonly warnings: readonly {
    readonly rule: string;
    readonly label: string | null;
    readonly message: string;
  }[];
  readonly targets: {
    readonly nodes: readonly {
      readonly taskGroup: string;
      readonly indicator: string;
      readonly unit: string;
      readonly targetValue: number;
      readonly achievedValue: number;
    }[];
  };
  readonly exitReadiness: readonly {
    readonly criterion: string;
    readonly met: boolean;
    readonly evidence: readonly string[];
    readonly missing: readonly {
      readonly objectId: string;
      readonly lacks: readonly string[];
      readonly count: number | null;
    }[];
  }[];
  readonly recipientAgency: { readonly id: string; readonly name: string };
  readonly county: {
    readonly code: string;
    readonly name: string;
    readonly stations: {
      readonly nodes: readonly { readonly id: string; readonly signage: string }[];
    } | null;
  };
}

export const PAIRING_AT_WORK = operation<{ pairing: PairingAtWork | null }>(/* GraphQL */ `
  query PairingAtWork($id: ID!) {
    pairing(id: $id) {
      warnings {
        rule
        label
        message
      }
      targets {
        nodes {
          taskGroup
          indicator
          unit
          targetValue
          achievedValue
        }
      }
      exitReadiness {
        criterion
        met
        evidence
        missing {
          objectId
          lacks
          count
        }
      }
      recipientAgency {
        id
        name
      }
      county {
        code
        name
        stations {
          nodes {
            id
            signage
          }
        }
      }
    }
  }
`);
