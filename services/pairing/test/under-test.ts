import { randomUUID } from 'node:crypto';
import type { Actor, RegionCode } from '@qianshou/kernel';
import {
  type Answer,
  inRegion,
  ofAgency,
  type SubgraphUnderTest,
  subgraphUnderTest,
} from '@qianshou/testing';
import type { ImportUseCases } from '@qianshou/service-kit/imports';
import type { UseCases } from '../src/application/use-cases.ts';
import { pairing } from '../src/container.ts';
import type { Loaders } from '../src/graphql/loaders.ts';
import { aCreditCode, FUJIAN, HAIYUAN, NINGXIA, NOW, XIAMEN } from './builders.ts';
import { bothAgree } from './consents.ts';

export type PairingGraph = SubgraphUnderTest<UseCases & ImportUseCases, Loaders>;

export const admin = inRegion('ADMIN', '000000');
export const province = inRegion('PROVINCE_AUTHORITY', NINGXIA);
export const dispatchProvince = inRegion('PROVINCE_AUTHORITY', FUJIAN);
export const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN);
export { ofAgency };

/** The graph on the day of the tests, with its seeds. */
export function pairingGraph(): Promise<PairingGraph> {
  return subgraphUnderTest(pairing, { prepare: true, clock: { now: () => NOW } });
}

/** The same with the phase of the demonstration open. */
export async function openedGraph(): Promise<PairingGraph> {
  const graph = await pairingGraph();
  await done(graph, OPEN_PHASE, phaseInput(), admin);
  return graph;
}

export const REGISTER = /* GraphQL */ `
  mutation ($input: RegisterAgencyInput!) {
    registerAgency(input: $input) {
      agency {
        id
        status
        version
        homeRegion {
          code
        }
      }
    }
  }
`;

export const OPEN_PHASE = /* GraphQL */ `
  mutation ($input: OpenProgrammePhaseInput!) {
    openProgrammePhase(input: $input) {
      phase {
        id
        status
        version
      }
    }
  }
`;

export const OPEN_SCHEME = /* GraphQL */ `
  mutation ($input: OpenCooperationSchemeInput!) {
    openCooperationScheme(input: $input) {
      scheme {
        id
        mode
        quota
        accepted
        version
      }
    }
  }
`;

export const SUBMIT = /* GraphQL */ `
  mutation ($input: SubmitPairingApplicationInput!) {
    submitPairingApplication(input: $input) {
      application {
        id
        status
        version
        proposedBy
        allowedActions
        taskGroups
      }
    }
  }
`;

export const CONFIRM = /* GraphQL */ `
  mutation ($input: ConfirmPairingApplicationInput!) {
    confirmPairingApplication(input: $input) {
      application {
        id
        status
        version
        submittedAt
      }
    }
  }
`;

export const MATCH = /* GraphQL */ `
  mutation ($input: MatchPairingApplicationInput!) {
    matchPairingApplication(input: $input) {
      application {
        status
        version
        reviewOpinion
      }
      pairing {
        id
        pairNo
        status
        countyTier
        version
        cycleYear
        scheme {
          accepted
        }
      }
    }
  }
`;

export const REJECT = /* GraphQL */ `
  mutation ($input: RejectPairingApplicationInput!) {
    rejectPairingApplication(input: $input) {
      application {
        status
        reviewOpinion
        decidedAt
      }
    }
  }
`;

export const SIGN = /* GraphQL */ `
  mutation ($input: SignPairingInput!) {
    signPairing(input: $input) {
      pairing {
        id
        status
        signedOn
        version
      }
    }
  }
`;

export const START = /* GraphQL */ `
  mutation ($input: StartPairingInput!) {
    startPairing(input: $input) {
      pairing {
        id
        status
        startsOn
        endsOn
        stationsOpened
        version
      }
    }
  }
`;

export const key = (): string => randomUUID();

export const phaseInput = (changes: Record<string, unknown> = {}) => ({
  name: '2026–2030(演示)',
  startsOn: '2026-01-01',
  endsOn: '2030-12-31',
  source: '演示数据',
  idempotencyKey: key(),
  ...changes,
});

export const schemeInput = (changes: Record<string, unknown> = {}) => ({
  dispatchProvinceCode: FUJIAN,
  recipientProvinceCode: NINGXIA,
  quota: 5,
  year: 2026,
  documentNo: `演示〔2026〕${key()}号`,
  competentAuthority: '演示省民政厅',
  idempotencyKey: key(),
  ...changes,
});

export const agencyInput = (serial: number, changes: Record<string, unknown> = {}) => ({
  name: `演示社工服务中心 ${serial}`,
  unifiedSocialCreditCode: aCreditCode(serial),
  legalForm: 'SOCIAL_SERVICE_ORGANISATION',
  registrationAuthority: '演示区民政局',
  registeredOn: '2016-05-01',
  homeRegionCode: XIAMEN,
  mainBusinessIsSocialWork: true,
  canDispatch: true,
  canReceive: false,
  canOperate: false,
  ...changes,
});

/** Runs a step that a test stands on, and fails loudly when it is refused. */
export async function done(
  graph: PairingGraph,
  mutation: string,
  input: Record<string, unknown>,
  actor: Actor,
): Promise<Answer['data']> {
  const { data, errors } = await graph.execute(mutation, { input }, actor);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

let agencies = 0;

export async function dispatchingAgency(graph: PairingGraph): Promise<string> {
  agencies += 1;
  const { agency } = await done(graph, REGISTER, agencyInput(agencies), admin);
  return agency.id as string;
}

export async function recipientAgency(graph: PairingGraph, county: RegionCode = HAIYUAN): Promise<string> {
  agencies += 1;
  const receives = { homeRegionCode: county, canDispatch: false, canReceive: true };
  const { agency } = await done(graph, REGISTER, agencyInput(agencies, receives), admin);
  return agency.id as string;
}

export async function scheme(graph: PairingGraph, changes: Record<string, unknown> = {}): Promise<string> {
  const { scheme: opened } = await done(graph, OPEN_SCHEME, schemeInput(changes), province);
  return opened.id as string;
}

/** What an application needs; agencies of its own unless they are given. */
export async function applicationInput(graph: PairingGraph, changes: Record<string, unknown> = {}) {
  return {
    schemeId: changes['schemeId'] ?? (await scheme(graph)),
    dispatchingAgencyId: changes['dispatchingAgencyId'] ?? (await dispatchingAgency(graph)),
    recipientAgencyId: changes['recipientAgencyId'] ?? (await recipientAgency(graph)),
    countyCode: HAIYUAN,
    jointPlan: '演示:共建乡镇社工站',
    taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'],
    idempotencyKey: key(),
    ...changes,
  };
}

/** An application of both sides, handed in by the recipient province. */
export async function submitted(graph: PairingGraph, changes: Record<string, unknown> = {}): Promise<string> {
  const input = { ...(await applicationInput(graph, changes)), consentDocuments: bothAgree };
  const { application } = await done(graph, SUBMIT, input, province);
  return application.id as string;
}

export async function matched(graph: PairingGraph, changes: Record<string, unknown> = {}): Promise<string> {
  const input = { applicationId: await submitted(graph, changes), idempotencyKey: key() };
  const { pairing: made } = await done(graph, MATCH, input, province);
  return made.id as string;
}

export const signInput = (pairingId: string, changes: Record<string, unknown> = {}) => ({
  pairingId,
  agreementNo: '演示协议-1',
  signedOn: '2026-02-01',
  idempotencyKey: key(),
  ...changes,
});

export const startInput = (pairingId: string, changes: Record<string, unknown> = {}) => ({
  pairingId,
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
  idempotencyKey: key(),
  ...changes,
});

export async function signed(graph: PairingGraph, changes: Record<string, unknown> = {}): Promise<string> {
  const id = await matched(graph, changes);
  await done(graph, SIGN, signInput(id), bureau);
  return id;
}

export async function active(graph: PairingGraph, changes: Record<string, unknown> = {}): Promise<string> {
  const id = await signed(graph, changes);
  await done(graph, START, startInput(id), bureau);
  return id;
}

/** The published events of a type about one object, oldest first. */
export async function told(graph: PairingGraph, name: string, subject?: string) {
  const events = await graph.outbox();
  return events.filter(
    (event) =>
      event.type === `qianshou.pairing.${name}.v1` && (subject === undefined || event.subject === subject),
  );
}
