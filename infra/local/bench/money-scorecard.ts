import { chinaDay, yearOf } from '@qianshou/kernel';
import { latencyOf, latencyRows } from './latency.ts';
import type { Measurement } from './measurement.ts';

/** What finance looks at first: the county's year by source, its budget, and what is paid of each contract. */
const MONEY_OF_A_COUNTY = /* GraphQL */ `
  query MoneyOfACounty($county: RegionCode!, $year: Int!) {
    region(code: $county) {
      fundingFigures(year: $year) {
        planned {
          yuan
        }
        capUsed {
          rate
        }
        topUp {
          yuan
        }
        contracted {
          yuan
        }
        paid {
          yuan
        }
        unpaid {
          yuan
        }
        bySource {
          kind
          planned {
            yuan
          }
          paid {
            yuan
          }
        }
      }
    }
    budgetPlans(where: { regionCode: { within: $county }, year: { eq: $year } }) {
      nodes {
        status
        capHolds
        sources {
          kind
          stages {
            stage
            amount {
              yuan
            }
          }
        }
      }
    }
    contracts(where: { regionCode: { within: $county }, year: { eq: $year } }, first: 50) {
      nodes {
        contractNo
        amount {
          yuan
        }
        paid {
          yuan
        }
      }
    }
  }
`;

interface Money {
  readonly region?: { readonly fundingFigures?: object | null } | null;
  readonly contracts?: { readonly nodes: readonly object[] } | null;
}

const LIMIT_MS = 120;
const CONNECTIONS = 10;
const CONTRACTS = 5;

/** Yidu's, as the story leaves it: five contracts. */
export async function moneyScorecard(gatewayUrl: string, token: string): Promise<readonly Measurement[]> {
  const latency = await latencyOf({
    gatewayUrl,
    token,
    query: MONEY_OF_A_COUNTY,
    variables: { county: '420581', year: yearOf(chinaDay(new Date())) },
    connections: CONNECTIONS,
    warmUp: 500,
    requests: 1_000,
    isRight: (data) => {
      const { region, contracts } = data as Money;
      return (region?.fundingFigures ?? null) !== null && contracts?.nodes.length === CONTRACTS;
    },
  });
  return latencyRows(`money of a county, ${CONNECTIONS} connections`, latency, LIMIT_MS);
}
