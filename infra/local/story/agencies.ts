import { addYears } from '@qianshou/kernel';
import { operation } from './graph-client.ts';
import { demoCreditCode, demoName } from './demo.ts';
import type { Story } from './story.ts';

export const REGISTER_AGENCY = operation<{
  registerAgency: { agency: { id: string; status: string } };
}>(/* GraphQL */ `
  mutation RegisterAgency($input: RegisterAgencyInput!) {
    registerAgency(input: $input) {
      agency {
        id
        status
      }
    }
  }
`);

const CONFIRM_AGENCY = operation(/* GraphQL */ `
  mutation ConfirmAgency($input: ConfirmAgencyInput!) {
    confirmAgency(input: $input) {
      agency {
        id
        status
      }
    }
  }
`);

/** Whose operators register themselves. */
const HOME_BUREAU = 'yidu-bureau';

export interface DemoAgency {
  /** Who speaks for it. */
  readonly persona: string;
  readonly name: string;
  readonly homeRegionCode: string;
  readonly registrationAuthority: string;
  readonly number: number;
  readonly can: 'DISPATCH' | 'RECEIVE' | 'OPERATE';
}

/** An agency enters the platform, and its home bureau confirms one that did so itself; from then on its manager's tokens are those of this agency. */
export async function registerAgency(
  { graph, remember, today }: Story,
  registrar: string,
  agency: DemoAgency,
): Promise<string> {
  const { persona, name, homeRegionCode, registrationAuthority, number, can } = agency;
  const { registerAgency: registered } = await graph.ask(registrar, REGISTER_AGENCY, {
    input: {
      name: demoName(name),
      unifiedSocialCreditCode: demoCreditCode(homeRegionCode, number),
      legalForm: 'SOCIAL_SERVICE_ORGANISATION',
      registrationAuthority,
      registeredOn: addYears(today, -4),
      homeRegionCode,
      mainBusinessIsSocialWork: true,
      canDispatch: can === 'DISPATCH',
      canReceive: can === 'RECEIVE',
      canOperate: can === 'OPERATE',
    },
  });
  remember.agency(persona, registered.agency.id);
  if (registered.agency.status === 'UNVERIFIED')
    await graph.ask(HOME_BUREAU, CONFIRM_AGENCY, { input: { agencyId: registered.agency.id } });
  return registered.agency.id;
}
