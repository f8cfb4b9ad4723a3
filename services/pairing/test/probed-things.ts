import type { Probe } from '@qianshou/testing';
import { bothAgree } from './consents.ts';
import { aCreditCode, FUJIAN, HAIYUAN } from './builders.ts';
import {
  admin,
  agencyInput,
  bureau,
  dispatchingAgency,
  done,
  key,
  MATCH,
  ofAgency,
  type PairingGraph,
  province,
  recipientAgency,
  REGISTER,
  scheme,
  SIGN,
  signInput,
  START,
  startInput,
  SUBMIT,
} from './under-test.ts';
import {
  activityInput,
  dispatchInput,
  evaluationInput,
  evaluator,
  office,
  worked,
} from './work-under-test.ts';

type At = NonNullable<Probe['at']>;

/** Everything that the probes aim at: of one pair of agencies in one county. */
export interface Things {
  /** An agency of its own, which is suspended and struck off without harm to the pair. */
  readonly agencyId: string;
  readonly creditCode: string;
  /** A second entry of it. */
  readonly secondEntryId: string;
  readonly phaseId: string;
  readonly schemeId: string;
  readonly proposal: Record<string, unknown>;
  readonly applications: Applications;
  readonly pairingId: string;
  readonly work: Work;
  readonly both: At & Record<'DISPATCHING_AGENCY' | 'RECIPIENT_AGENCY', string>;
  /** Whom it concerns what the pair does and nobody publishes. */
  readonly concerned: At;
}

interface Applications {
  readonly submitted: string;
  readonly awaitingRecipient: string;
  readonly awaitingDispatching: string;
}

interface Work {
  readonly targetId: string;
  readonly dispatchId: string;
  readonly activityId: string;
  readonly reportId: string;
  readonly evaluationId: string;
  readonly noteId: string;
  readonly itemId: string;
}

export const TARGET = {
  taskGroup: 'BUILD_STATION',
  indicator: '建成社工站',
  unit: '个',
  targetValue: 5,
  dueOn: '2026-12-31',
};
export const ADVICE = { advice: '演示', followUpOn: '2026-08-01' };
export const NEWS = { kind: 'NEWS', title: '演示', link: 'https://example.org/1', publishedOn: '2026-05-04' };

export async function thingsOf(graph: PairingGraph): Promise<Things> {
  const schemeId = await scheme(graph);
  const dispatching = await dispatchingAgency(graph);
  const recipient = await recipientAgency(graph);
  const both = { DISPATCHING_AGENCY: dispatching, RECIPIENT_AGENCY: recipient };
  const proposal = {
    schemeId,
    dispatchingAgencyId: dispatching,
    recipientAgencyId: recipient,
    countyCode: HAIYUAN,
    jointPlan: '演示:共建乡镇社工站',
    taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'],
  };
  const handIn = async (actor = province): Promise<string> => {
    const papers = actor === province ? { consentDocuments: bothAgree } : {};
    const input = { ...proposal, ...papers, idempotencyKey: key() };
    return (await done(graph, SUBMIT, input, actor)).application.id as string;
  };
  const applications = {
    awaitingRecipient: await handIn(ofAgency(dispatching)),
    awaitingDispatching: await handIn(ofAgency(recipient)),
    submitted: await handIn(),
  };
  const pairingId = await aPairing(graph, await handIn());
  const { agency } = await done(graph, REGISTER, agencyInput(901, { homeRegionCode: HAIYUAN }), admin);
  const { agency: second } = await done(
    graph,
    REGISTER,
    agencyInput(902, { homeRegionCode: HAIYUAN }),
    admin,
  );
  const { data } = await graph.execute('{ programmePhases { id } }');
  return {
    agencyId: agency.id,
    creditCode: aCreditCode(901),
    secondEntryId: second.id,
    phaseId: data.programmePhases[0].id,
    schemeId,
    proposal,
    applications,
    pairingId,
    work: await theWork(graph, pairingId, dispatching),
    both,
    concerned: { ...both, COUNTY: HAIYUAN, DISPATCHING_PROVINCE: FUJIAN },
  };
}

async function aPairing(graph: PairingGraph, applicationId: string): Promise<string> {
  const { pairing } = await done(graph, MATCH, { applicationId, idempotencyKey: key() }, province);
  await done(graph, SIGN, signInput(pairing.id), bureau);
  await done(graph, START, startInput(pairing.id), bureau);
  return pairing.id as string;
}

async function theWork(graph: PairingGraph, pairingId: string, agencyId: string): Promise<Work> {
  const helper = ofAgency(agencyId);
  const made = async (operation: string, input: Record<string, unknown>, actor = helper) =>
    (await worked(graph, operation, input, actor)).id as string;
  const targetId = await made('setPairingTarget', { pairingId, ...TARGET });
  await made('recordTargetProgress', { targetId, achievedValue: 1 });
  return {
    targetId,
    dispatchId: await made('startDispatch', dispatchInput(pairingId, 1)),
    activityId: await made('logSupportActivity', activityInput(pairingId)),
    reportId: await made('submitProgressReport', { pairingId, period: 1 }),
    evaluationId: await made('recordPairingEvaluation', evaluationInput(pairingId), evaluator),
    noteId: await made('noteSupervision', { pairingId, ...ADVICE }, office),
    itemId: await made('recordPublicityItem', { pairingId, ...NEWS }, office),
  };
}
