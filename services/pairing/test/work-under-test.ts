import type { EventData } from '@qianshou/events';
import type { Actor } from '@qianshou/kernel';
import { type Answer, inRegion } from '@qianshou/testing';
import { HAIYUAN } from './builders.ts';
import { key, ofAgency, type PairingGraph } from './under-test.ts';

export const office = inRegion('PROJECT_OFFICE', '000000');
export const evaluator = inRegion('EVALUATOR', HAIYUAN);

/** What a test reads of each answer. */
const ANSWERS: Readonly<Record<string, string>> = {
  setPairingTarget: 'target { id achievedValue met version }',
  recordTargetProgress: 'target { id achievedValue met version }',
  startDispatch: 'dispatch { id status worker { id } version }',
  endDispatch: 'dispatch { id status leftOn workingDays version }',
  logSupportActivity: 'activity { id taskGroup evidenceUrls hours version }',
  strikeDispatch: 'dispatch { id status struckOn strikeReason workingDays version }',
  strikeSupportActivity: 'activity { id struckOn strikeReason participants version }',
  strikeTargetProgress:
    'target { id achievedValue met progress { no achievedValue struckOn strikeReason } version }',
  confirmSupportActivity: 'activity { id confirmation { verdict on } allowedActions version }',
  contestSupportActivity: 'activity { id confirmation { verdict reason } allowedActions version }',
  confirmDispatch: 'dispatch { id confirmation { verdict } allowedActions version }',
  contestDispatch: 'dispatch { id confirmation { verdict reason } allowedActions version }',
  enterHistoricPairing:
    'pairing { id origin status pairNo completedOn historySource { title } allowedActions version }',
  strikePairing: 'pairing { id struckOn strikeEvidence { title } version }',
  recommendPairingApplication:
    'application { id recommendation { verdict opinion document { title } } allowedActions version }',
  matchPairingApplication: 'pairing { id }',
  changePairingTaskGroups: 'pairing { id taskGroups taskGroupChanges { before document { title } } version }',
  correctDispatch:
    'dispatch { id status arrivedOn leftOn workingDays corrections { arrivedOn workingDays reason evidence { title } } allowedActions version }',
  correctSupportActivity:
    'activity { id participants heldOn corrections { participants heldOn reason evidence { title } } allowedActions version }',
  correctTargetProgress:
    'target { id achievedValue met progress { no achievedValue corrections { achievedValue } } version }',
  correctPairingTarget:
    'target { id targetValue met corrections { targetValue taskGroup } allowedActions version }',
  strikePairingTarget: 'target { id struckOn strikeReason strikeEvidence { title } allowedActions version }',
  submitProgressReport:
    'report { id period status startsOn endsOn dueOn figures { indicator value } version }',
  acceptProgressReport: 'report { id status acceptedOn version }',
  returnProgressReport: 'report { id status returnReason version }',
  recordPairingEvaluation: 'evaluation { id kind year grade }',
  correctPairingEvaluation: 'evaluation { id grade corrections { score grade reason } allowedActions }',
  strikePairingEvaluation: 'evaluation { id struckOn strikeReason allowedActions }',
  completePairing: 'pairing { id status allowedActions }',
  nameTrainees: 'pairing { id trainees }',
  recordGrownAgency: 'pairing { id agenciesGrown { id } }',
  strikeGrownAgency:
    'pairing { id agenciesGrown { id } agenciesGrownStruck { agency { id } struckOn strikeReason } allowedActions version }',
  strikeTrainee: 'pairing { id trainees traineesStruck { struckOn strikeReason } allowedActions version }',
  correctGrownAgency:
    'pairing { id agencyGrowths { agency { id } grownOn } agenciesGrownCorrections { agency { id } grownOn correctAgency { id } evidence { title } } allowedActions version }',
  correctTrainee: 'pairing { id trainees traineeCorrections { reason } allowedActions version }',
  correctPairing:
    'pairing { id status agreementNo signedOn startsOn endsOn corrections { agreementNo endsOn evidence { title } } allowedActions version }',
  noteSupervision: 'note { id status followUpOn }',
  closeSupervisionNote: 'note { id status outcome closedOn }',
  correctPublicityItem:
    'item { id title publishedOn corrections { title publishedOn evidence { title } } allowedActions version }',
  strikePublicityItem: 'item { id struckOn strikeReason allowedActions version }',
  recordPublicityItem: 'item { id region { code } pairing { id } }',
  strikeSupervisionNote: 'note { id struckOn strikeReason allowedActions version }',
  correctSupervisionNote:
    'note { id advice followUpOn outcome corrections { advice followUpOn outcome evidence { title } } allowedActions version }',
  strikeCooperationScheme: 'scheme { id struckOn strikeReason allowedActions version }',
  correctCooperationScheme:
    'scheme { id quota year documentNo documents { documentNo about decidedOn formerNos } competentAuthorities { since documentNo } corrections { quota year documentNo evidence { title } } allowedActions version }',
  changeSchemeQuota: 'scheme { id quota accepted version }',
  changeSchemeAuthority:
    'scheme { id competentAuthority competentAuthorities { name since until documentNo } version }',
  adoptSchemePolicy: 'scheme { id policy { quietDays minimumWorkers reportMonths } }',
};

export function mutationOf(operation: string): string {
  const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${operation}(input: $input) { ${ANSWERS[operation]} } }`;
}

/** Does a piece of work with a key of its own, unless the input brings one. */
export async function work(
  graph: PairingGraph,
  operation: string,
  input: Record<string, unknown>,
  actor: Actor,
): Promise<Answer> {
  await hearOfPeople(graph, input);
  return graph.execute(mutationOf(operation), { input: { idempotencyKey: key(), ...input } }, actor);
}

/** The same, as a step that a test stands on: refused, it fails loudly. */
export async function worked(
  graph: PairingGraph,
  operation: string,
  input: Record<string, unknown>,
  actor: Actor,
): Promise<any> {
  const { data, errors } = await work(graph, operation, input, actor);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return Object.values(data[operation])[0];
}

/** Whom a step names is registered before: a stay's worker with the dispatching agency, a trainee in the recipient county. */
async function hearOfPeople(graph: PairingGraph, input: Record<string, unknown>): Promise<void> {
  const { pairingId, workerId, workerIds, correctWorkerId } = input;
  if (typeof workerId === 'string' && correctWorkerId === undefined) {
    const { data } = await graph.execute(
      `{ pairing(id: "${String(pairingId)}") { dispatchingAgency { id } } }`,
    );
    await hearOfWorker(graph, {
      workerId,
      countyCode: '350203',
      employerAgencyId: data.pairing.dispatchingAgency.id,
    });
  }
  for (const trainee of [workerIds, correctWorkerId].flat().filter((id) => id !== undefined)) {
    await hearOfWorker(graph, { workerId: trainee as string, countyCode: HAIYUAN, employerAgencyId: null });
  }
}

export function hearOfWorker(
  graph: PairingGraph,
  worker: {
    readonly workerId: string;
    readonly countyCode: string;
    readonly employerAgencyId: string | null;
  },
): Promise<void> {
  return graph.hear(
    'qianshou.personnel.worker-registered.v1',
    worker as EventData<'qianshou.personnel.worker-registered.v1'>,
  );
}

export async function helperOf(graph: PairingGraph, pairingId: string): Promise<Actor> {
  const { data } = await graph.execute(`{ pairing(id: "${pairingId}") { dispatchingAgency { id } } }`);
  return ofAgency(data.pairing.dispatchingAgency.id);
}

export const activityInput = (pairingId: string, changes: Record<string, unknown> = {}) => ({
  pairingId,
  taskGroup: 'TRAIN_TALENT',
  kind: 'THEMATIC_TRAINING',
  onsite: true,
  heldOn: '2026-04-02',
  hours: 3.5,
  participants: 24,
  evidenceUrls: ['https://example.org/photo'],
  ...changes,
});

export const dispatchInput = (pairingId: string, worker: number, changes: Record<string, unknown> = {}) => ({
  pairingId,
  workerId: `wkr_01900000-0000-7000-8000-${worker.toString(16).padStart(12, '0')}`,
  role: 'SOCIAL_WORKER',
  mode: 'ONSITE',
  arrivedOn: '2026-03-15',
  ...changes,
});

export const evaluationInput = (pairingId: string, changes: Record<string, unknown> = {}) => ({
  pairingId,
  kind: 'ANNUAL',
  evaluator: '演示评估中心',
  score: 86.5,
  grade: 'GOOD',
  opinion: '演示',
  evaluatedOn: '2026-06-20',
  ...changes,
});
