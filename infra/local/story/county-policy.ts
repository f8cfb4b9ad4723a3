import { operation } from './graph-client.ts';
import type { Story } from './story.ts';
import { YIDU } from './yidu.ts';

export const ADOPT_COUNTY_POLICY = operation<{ adoptCountyPolicy: { policy: { id: string } } }>(
  /* GraphQL */ `
    mutation AdoptCountyPolicy($input: AdoptCountyPolicyInput!) {
      adoptCountyPolicy(input: $input) {
        policy {
          id
        }
      }
    }
  `,
);

const APPROVE_POLICY_CAP = operation(/* GraphQL */ `
  mutation ApprovePolicyCap($input: ApprovePolicyCapInput!) {
    approvePolicyCap(input: $input) {
      policy {
        id
        capApprovedOn
      }
    }
  }
`);

/** Step 1: the local rules of Yidu, as data with their source: 1+5+10, staffing, two years, 3 %; finance approves the 3 %. */
export async function adoptPolicy({ graph, report, today }: Story): Promise<void> {
  const { adoptCountyPolicy } = await graph.ask('yidu-bureau', ADOPT_COUNTY_POLICY, {
    input: {
      countyCode: YIDU,
      validFrom: `${today.slice(0, 4)}-01-01`,
      source: '宜都发布:《湖北:宜都实现乡镇级社会工作服务站全覆盖》',
      demonstrationStations: 5,
      demonstrationRooms: 10,
      residentsPerStation: 1,
      certificateYears: 2,
      capPercent: 3,
      countsQuasiTownships: true,
    },
  });
  const { id: policyId } = adoptCountyPolicy.policy;
  await graph.ask('yidu-finance', APPROVE_POLICY_CAP, { input: { policyId } });
  report(
    '  1  policy of Yidu adopted: 1 centre + 5 demonstration stations + 10 rooms, two years, 3 %, which finance approved',
  );
}
