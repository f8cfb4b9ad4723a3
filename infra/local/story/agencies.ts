import { addYears } from '@qianshou/kernel';
import { operation } from './graph-client.ts';
import { demoCreditCode, demoName } from './demo.ts';
import type { Story } from './story.ts';

export const REGISTER_AGENCY = operation<{ registerAgency: { agency: { id: string } } }>(/* GraphQL */ `
  mutation RegisterAgency($input: RegisterAgencyInput!) {
    registerAgency(input: $input) {
      agency {
        id
      }
    }
  }
`);

export interface DemoAgency {
  /** Who speaks for it. */
  readonly persona: string;
  readonly name: string;
  readonly homeRegionCode: string;
  readonly registrationAuthority: string;
  readonly number: number;
  readonly can: 'DISPATCH' | 'RECEIVE' | 'OPERATE';
}

/** An agency enters the platform; from then on its manager's tokens are those of this agency. */
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
  return registered.agency.id;
}
