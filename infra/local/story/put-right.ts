import { addYears } from '@qianshou/kernel';
import { REGISTER_AGENCY } from './agencies.ts';
import { DEMO, demoCreditCode, demoName } from './demo.ts';
import type { PairAtWork } from './elsewhere.ts';
import { operation } from './graph-client.ts';
import type { Story } from './story.ts';

const CORRECT_ACTIVITY = operation<{
  correctSupportActivity: {
    activity: { participants: number; corrections: readonly { participants: number }[] };
  };
}>(/* GraphQL */ `
  mutation CorrectSupportActivity($input: CorrectSupportActivityInput!) {
    correctSupportActivity(input: $input) {
      activity {
        participants
        corrections {
          participants
        }
      }
    }
  }
`);

const CONFIRM_ACTIVITY = operation(/* GraphQL */ `
  mutation ConfirmSupportActivity($input: ConfirmSupportActivityInput!) {
    confirmSupportActivity(input: $input) {
      activity {
        confirmation {
          verdict
        }
      }
    }
  }
`);

const MERGE_AGENCIES = operation<{
  mergeAgencies: { agency: { name: string; aliases: readonly { name: string }[] } };
}>(/* GraphQL */ `
  mutation MergeAgencies($input: MergeAgenciesInput!) {
    mergeAgencies(input: $input) {
      agency {
        name
        aliases {
          name
        }
      }
    }
  }
`);

/** Two digits changed places when the last training was logged: it is put right with its list, and the other side confirms it. */
export async function correctTraining(
  { graph, report }: Story,
  activityId: string,
  participants: number,
): Promise<void> {
  const { correctSupportActivity } = await graph.ask('fujian-agency-1', CORRECT_ACTIVITY, {
    input: {
      activityId,
      participants,
      reason: `签到人数误登(${DEMO})`,
      evidence: { title: `培训签到表(${DEMO})`, kind: 'PROOF' },
      idempotencyKey: 'demo-correct-training',
    },
  });
  const { corrections } = correctSupportActivity.activity;
  report(`     a training with ${corrections[0]?.participants} participants is corrected to ${participants}`);
  await graph.ask('ningxia-province', CONFIRM_ACTIVITY, {
    input: { activityId, idempotencyKey: 'demo-confirm-training' },
  });
}

/** The recipient had been entered a second time, under the code of an old certificate. */
export async function mergeSecondEntry(
  { graph, report, today }: Story,
  { recipientAgencyId }: PairAtWork,
): Promise<void> {
  const { registerAgency: second } = await graph.ask('ningxia-province', REGISTER_AGENCY, {
    input: {
      name: demoName('海原县社会工作服务中心(旧证)'),
      unifiedSocialCreditCode: demoCreditCode('640522', 99),
      legalForm: 'SOCIAL_SERVICE_ORGANISATION',
      registrationAuthority: '海原县民政局',
      registeredOn: addYears(today, -4),
      homeRegionCode: '640522',
      mainBusinessIsSocialWork: true,
      canDispatch: false,
      canReceive: true,
      canOperate: false,
    },
  });
  const { mergeAgencies } = await graph.ask('ningxia-province', MERGE_AGENCIES, {
    input: {
      keptAgencyId: recipientAgencyId,
      droppedAgencyId: second.agency.id,
      reason: `同一机构重复登记(${DEMO})`,
      document: { title: `换证通知(${DEMO})`, kind: 'CERTIFICATE' },
    },
  });
  const { name, aliases } = mergeAgencies.agency;
  report(`     ${aliases[0]?.name ?? ''} turns out to be ${name}: one agency, and both ids lead to it`);
}
