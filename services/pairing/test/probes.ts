import { auditProbes, importProbes, type Probe, type Probes } from '@qianshou/testing';
import { FUJIAN, HAIYUAN, NINGXIA } from './builders.ts';
import { PAPER } from './consents.ts';
import { agencyInput, bureau, key, type PairingGraph, phaseInput, schemeInput } from './under-test.ts';
import { type Things, thingsOf } from './probed-things.ts';
import { workProbes } from './work-probes.ts';

/** What every operation is asked: about two agencies, the county of one, and all that they do together. */
export async function probesOf(graph: PairingGraph): Promise<Probes> {
  const things = await thingsOf(graph);
  return {
    ...(await auditProbes(graph, 'pairing', { objectId: things.agencyId, region: HAIYUAN })),
    ...readings(things),
    ...ofAgencies(things),
    ...ofSchemes(things),
    ...ofApplications(things),
    ...ofPairings(things),
    ...workProbes(things),
    ...(await importProbes(graph, { of: 'Pairing', kind: 'AGENCIES', owner: bureau, region: HAIYUAN })),
  };
}

const once = (input: Record<string, unknown>, at: Probe['at'] = {}): Probe => ({
  args: { input: { idempotencyKey: key(), ...input } },
  at,
});

function readings(things: Things): Probes {
  const { agencyId, creditCode, schemeId, pairingId, concerned } = things;
  return {
    'Query.agency': { args: { id: agencyId } },
    'Query.agencyByCreditCode': { args: { code: creditCode } },
    'Query.agencies': {},
    'Query.programmePhases': {},
    'Query.recipientCounties': {},
    'Query.cooperationScheme': { args: { id: schemeId } },
    'Query.cooperationSchemes': {},
    'Query.pairing': { args: { id: pairingId } },
    'Query.pairings': {},
    'Query.pairingApplication': { args: { id: things.applications.submitted }, at: concerned },
    'Query.pairingApplications': { at: concerned },
  };
}

function ofAgencies({ agencyId, secondEntryId }: Things): Probes {
  const home = { HOME_REGION: HAIYUAN };
  const ofHome = (input: Record<string, unknown>): Probe => ({
    args: { input: { agencyId, ...input } },
    at: home,
  });
  const registration = agencyInput(900, { homeRegionCode: HAIYUAN });
  return {
    'Mutation.registerAgency': { args: { input: registration }, at: { ...home, NO_AGENCY: '' } },
    'Mutation.reviseAgency': ofHome({ canOperate: true }),
    'Mutation.confirmAgency': ofHome({}),
    'Mutation.refuseAgency': ofHome({ reason: '演示' }),
    'Mutation.suspendAgency': ofHome({ reason: '演示' }),
    'Mutation.reinstateAgency': ofHome({ reason: '演示' }),
    'Mutation.strikeOffAgency': ofHome({ reason: '演示' }),
    'Mutation.restoreAgency': ofHome({ reason: '演示' }),
    'Mutation.changeAgencyRegistration': ofHome({
      name: '演示社工服务中心(新)',
      changedOn: '2026-05-01',
      reason: '演示',
      document: PAPER,
    }),
    'Mutation.mergeAgencies': {
      args: {
        input: {
          keptAgencyId: agencyId,
          droppedAgencyId: secondEntryId,
          reason: '演示',
          document: PAPER,
        },
      },
      at: home,
    },
  };
}

function ofSchemes({ schemeId, phaseId }: Things): Probes {
  const receives = { RECIPIENT_PROVINCE: NINGXIA };
  const policy = { reportMonths: 3, reportGraceDays: 30 };
  return {
    'Mutation.openProgrammePhase': once(phaseInput()),
    'Mutation.correctProgrammePhase': { args: { input: { phaseId, source: '演示:更正', reason: '演示' } } },
    'Mutation.reopenProgrammePhase': { args: { input: { phaseId, reason: '演示' } } },
    'Mutation.closeProgrammePhase': { args: { input: { phaseId } } },
    'Mutation.openCooperationScheme': once(schemeInput(), { ...receives, DISPATCHING_PROVINCE: FUJIAN }),
    'Mutation.changeSchemeQuota': once({ schemeId, quota: 9, documentNo: '演示' }, receives),
    'Mutation.correctCooperationScheme': once(
      { schemeId, quota: 9, reason: '演示' },
      { ...receives, DISPATCHING_PROVINCE: FUJIAN },
    ),
    'Mutation.strikeCooperationScheme': once(
      { schemeId, reason: '演示' },
      { ...receives, DISPATCHING_PROVINCE: FUJIAN },
    ),
    'Mutation.adoptSchemePolicy': once({ schemeId, policy }, receives),
    'Mutation.changeSchemeAuthority': once(
      { schemeId, competentAuthority: '演示', since: '2026-07-01', documentNo: '演示' },
      receives,
    ),
  };
}

function ofApplications({ applications, proposal, both }: Things): Probes {
  const { submitted: applicationId, awaitingRecipient, awaitingDispatching } = applications;
  const county = { COUNTY: HAIYUAN };
  const decided = { RECIPIENT_PROVINCE: NINGXIA };
  const { DISPATCHING_AGENCY, RECIPIENT_AGENCY } = both;
  return {
    'Mutation.submitPairingApplication': once(proposal, { ...county, ...both }),
    'Mutation.confirmPairingApplication': [
      {
        ...once({ applicationId: awaitingRecipient }, { ...county, RECIPIENT_AGENCY }),
        kind: 'proposed by the sender',
      },
      {
        ...once({ applicationId: awaitingDispatching }, { ...county, DISPATCHING_AGENCY }),
        kind: 'proposed by the receiver',
      },
    ],
    'Mutation.recommendPairingApplication': once(
      { applicationId, verdict: 'RECOMMENDED', opinion: '演示' },
      { DISPATCHING_PROVINCE: FUJIAN },
    ),
    'Mutation.beginPairingApplicationReview': once({ applicationId }, decided),
    'Mutation.rejectPairingApplication': once({ applicationId, reviewOpinion: '演示' }, decided),
    'Mutation.matchPairingApplication': once({ applicationId }, decided),
    'Mutation.withdrawPairingApplication': once({ applicationId }, { ...decided, ...both }),
  };
}

function ofPairings({ pairingId, schemeId, both }: Things): Probes {
  const ofCounty = (input: Record<string, unknown>) => once({ pairingId, ...input }, { COUNTY: HAIYUAN });
  const on = '2026-05-01';
  return {
    'Mutation.signPairing': ofCounty({ agreementNo: '演示协议-1', signedOn: '2026-02-01' }),
    'Mutation.startPairing': ofCounty({ startsOn: '2026-03-01', endsOn: '2026-12-31' }),
    'Mutation.enterHistoricPairing': once(
      {
        schemeId,
        dispatchingAgencyId: both.DISPATCHING_AGENCY,
        recipientAgencyId: both.RECIPIENT_AGENCY,
        countyCode: HAIYUAN,
        taskGroups: ['TRAIN_TALENT'],
        agreementNo: '演示协议-2023',
        signedOn: '2023-02-01',
        startsOn: '2023-03-01',
        endsOn: '2023-12-31',
        source: PAPER,
      },
      { RECIPIENT_PROVINCE: NINGXIA },
    ),
    'Mutation.extendPairing': ofCounty({
      endsOn: '2027-03-31',
      documentNo: '演示〔2026〕9号',
      decidedOn: on,
    }),
    'Mutation.changePairingTaskGroups': ofCounty({
      taskGroups: ['TRAIN_TALENT'],
      on,
      reason: '演示',
      document: PAPER,
    }),
    'Mutation.suspendPairing': ofCounty({ on, reason: '演示' }),
    'Mutation.resumePairing': ofCounty({ on }),
    'Mutation.beginFinalEvaluation': ofCounty({ on }),
    'Mutation.completePairing': ofCounty({ on }),
    'Mutation.renewPairing': ofCounty({ schemeId }),
    'Mutation.strikePairing': ofCounty({ reason: '演示' }),
    'Mutation.terminatePairing': ofCounty({ on, reason: '演示' }),
  };
}
