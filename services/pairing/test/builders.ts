import {
  calendarDate,
  creditCodeCheck,
  idParser,
  regionCode,
  unifiedSocialCreditCode,
  type UnifiedSocialCreditCode,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import { type ActiveAgency, register, type Registration } from '../src/domain/agency/agency.ts';
import {
  type CooperationScheme,
  openScheme,
  type SchemeOpening,
} from '../src/domain/scheme/cooperation-scheme.ts';
import type { Parties, Side } from '../src/domain/application/eligibility.ts';
import {
  type AgencyId,
  agencyId,
  type ApplicationId,
  applicationId,
  type PairingId,
  pairingId,
  type PhaseId,
  phaseId,
  schemeId,
  type StationId,
} from '../src/domain/ids.ts';
import { match, type MatchingFacts } from '../src/domain/pairing/matching.ts';
import {
  type DraftApplication,
  type Plan,
  propose,
  proposeForBoth,
  type SubmittedApplication,
} from '../src/domain/application/pairing-application.ts';
import { completePairing } from '../src/domain/pairing/pairing-completion.ts';
import {
  type Agreement,
  beginFinalEvaluation,
  sign,
  start,
  suspendPairing,
} from '../src/domain/pairing/pairing-life-cycle.ts';
import type {
  ActivePairing,
  CompletedPairing,
  MatchedPairing,
  PairingInFinalEvaluation,
  SignedPairing,
  SuspendedPairing,
} from '../src/domain/pairing/pairing.ts';
import {
  openPhase,
  type PhaseOpening,
  type ProgrammePhase,
  type Span,
} from '../src/domain/scheme/programme-phase.ts';
import { newCounty } from '../src/domain/county/recipient-county.ts';

/** The day on which every test runs. */
export const TODAY = calendarDate('2026-06-30');
export const NOW = new Date('2026-06-30T02:00:00Z');

export const XIAMEN = regionCode('350203');
export const FUJIAN = regionCode('350000');
export const HAIYUAN = regionCode('640522');
export const XIJI = regionCode('640422');
export const NINGXIA = regionCode('640000');

const uuid = (serial: number): string => `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;

export const anAgencyId = (serial: number): AgencyId => agencyId(`agy_${uuid(serial)}`);
export const aPairingId = (serial: number): PairingId => pairingId(`par_${uuid(serial)}`);
export const aPhaseId = (serial: number): PhaseId => phaseId(`pha_${uuid(serial)}`);
export const aStationId = (serial: number): StationId => idParser('sta')(`sta_${uuid(serial)}`);

/** A code of a social-service organisation (52) that ends in its right check character. */
export function aCreditCode(serial: number): UnifiedSocialCreditCode {
  const first17 = `52350203${serial.toString().padStart(9, '0')}`;
  return unifiedSocialCreditCode(first17 + creditCodeCheck(first17));
}

export function aRegistration(serial: number, changed: Partial<Registration> = {}): Registration {
  return {
    id: anAgencyId(serial),
    name: `演示社工服务中心 ${serial}`,
    unifiedSocialCreditCode: aCreditCode(serial),
    legalForm: 'SOCIAL_SERVICE_ORGANISATION',
    registrationAuthority: '演示区民政局',
    registeredOn: calendarDate('2016-05-01'),
    homeRegionCode: XIAMEN,
    mainBusinessIsSocialWork: true,
    canDispatch: true,
    canReceive: false,
    canOperate: false,
    evaluationGrade: 'UNRATED',
    fullTimeStaff: null,
    certifiedStaff: null,
    focusAreas: [],
    creditCodeReason: null,
    ...changed,
  };
}

export function aDispatchingAgency(changed: Partial<Registration> = {}): ActiveAgency {
  return saved(register(aRegistration(1, changed), TODAY).state);
}

export function aRecipientAgency(changed: Partial<Registration> = {}): ActiveAgency {
  const recipient = { homeRegionCode: HAIYUAN, canDispatch: false, canReceive: true };
  return saved(register(aRegistration(2, { ...recipient, ...changed }), TODAY).state);
}

export function aScheme(changed: Partial<SchemeOpening> = {}): CooperationScheme {
  const opening: SchemeOpening = {
    id: schemeId(`sch_${uuid(3)}`),
    dispatchProvinceCode: FUJIAN,
    recipientProvinceCode: NINGXIA,
    quota: 5,
    year: 2026,
    documentNo: '演示〔2026〕1号',
    competentAuthority: '演示省民政厅',
    ...changed,
  };
  return saved(openScheme(opening).state);
}

export function theParties(changed: Partial<Parties> = {}): Parties {
  return {
    dispatching: aDispatchingAgency(),
    recipient: aRecipientAgency(),
    scheme: aScheme(),
    countyCode: HAIYUAN,
    ...changed,
  };
}

export const A_PLAN: Written<Plan> = {
  jointPlan: '演示:共建乡镇社工站',
  taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'],
  continuesEarlierPairing: false,
};

export const AN_APPLICATION_ID: ApplicationId = applicationId(`app_${uuid(4)}`);

export function aDraftApplication(proposedBy: Side = 'DISPATCHING'): DraftApplication {
  return saved(propose(AN_APPLICATION_ID, A_PLAN, theParties(), { proposedBy }).state);
}

export function aSubmittedApplication(plan: Partial<Written<Plan>> = {}): SubmittedApplication {
  return saved(
    proposeForBoth(AN_APPLICATION_ID, { ...A_PLAN, ...plan }, theParties(), { papers: [], at: NOW }).state,
  );
}

export function anOpenPhase(changed: Partial<PhaseOpening> = {}): ProgrammePhase {
  const opening: PhaseOpening = {
    id: aPhaseId(6),
    name: '2026–2030(演示)',
    startsOn: calendarDate('2026-01-01'),
    endsOn: calendarDate('2030-12-31'),
    source: '演示数据',
    ...changed,
  };
  return saved(openPhase(opening, []).state);
}

export function theMatchingFacts(changed: Partial<MatchingFacts> = {}): MatchingFacts {
  return {
    ...theParties(),
    county: newCounty(HAIYUAN),
    phases: [anOpenPhase()],
    open: { DISPATCHING: null, RECIPIENT: null },
    earlierInYear: 0,
    pairingId: aPairingId(5),
    reviewOpinion: null,
    at: NOW,
    ...changed,
  };
}

export function aMatchedPairing(): MatchedPairing {
  return saved(match(aSubmittedApplication(), theMatchingFacts()).pairing.state);
}

export const AN_AGREEMENT: Agreement = { agreementNo: '演示协议-1', signedOn: calendarDate('2026-02-01') };

export function aSignedPairing(): SignedPairing {
  return saved(sign(aMatchedPairing(), AN_AGREEMENT, TODAY).state);
}

export const A_SPAN: Span = { startsOn: calendarDate('2026-03-01'), endsOn: calendarDate('2026-12-31') };

export function anActivePairing(): ActivePairing {
  const { state } = start(aSignedPairing(), A_SPAN, { phases: [anOpenPhase()], today: TODAY });
  if (state.status !== 'ACTIVE') throw new Error('the span of the builders reaches beyond today');
  return saved(state);
}

export function aSuspendedPairing(): SuspendedPairing {
  const rest = { on: calendarDate('2026-05-01'), reason: '演示:汛期' };
  return saved(suspendPairing(anActivePairing(), rest, TODAY).state);
}

export function aPairingInEvaluation(): PairingInFinalEvaluation {
  return saved(beginFinalEvaluation(anActivePairing(), calendarDate('2026-06-01'), TODAY).state);
}

export function aCompletedPairing(): CompletedPairing {
  const facts = { hasFinalEvaluation: true, lastReportAccepted: true, today: TODAY };
  return saved(completePairing(aPairingInEvaluation(), calendarDate('2026-06-15'), facts).state);
}

/** As it comes back from the database; decisions never look at how many events came before. */
function saved<State extends Versioned>(state: State): State {
  return { ...state, version: state.version + 1 };
}
