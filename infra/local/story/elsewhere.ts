import { addDays, addMonths, addYears, type CalendarDate, yearOf } from '@qianshou/kernel';
import { registerAgency } from './agencies.ts';
import { DEMO } from './demo.ts';
import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import { operation } from './graph-client.ts';
import {
  CONFIRM_APPLICATION,
  DEMO_PHASE,
  MATCH_APPLICATION,
  OPEN_PHASE,
  OPEN_SCHEME,
  REJECT_APPLICATION,
  SIGN_PAIRING,
  START_PAIRING,
  SUBMIT_APPLICATION,
} from './pairing-operations.ts';
import { refused, type Story } from './story.ts';

const FUJIAN = 'fujian-province';
const NINGXIA = 'ningxia-province';
const QUOTA = 5;

/** Where the dispatching agencies are at home; any place of the province will do, the agencies are invented. */
const FUJIAN_HOMES = ['350203', '350102', '350503', '350302', '350602', '350802'] as const;

/** Ningxia's five key counties, and once more the first: the sixth application has to be for one of them. */
const COUNTIES = [
  { code: '640522', name: '海原县' },
  { code: '640422', name: '西吉县' },
  { code: '640402', name: '原州区' },
  { code: '640324', name: '同心县' },
  { code: '640303', name: '红寺堡区' },
  { code: '640522', name: '海原县' },
] as const;

export const KEY_COUNTIES = operation<{
  region: { pairingFigures: { keyCountiesLoaded: number } | null } | null;
}>(/* GraphQL */ `
  query KeyCountiesLoaded {
    region(code: "000000") {
      pairingFigures {
        keyCountiesLoaded
      }
    }
  }
`);

/** The pairing at work began long enough ago for a report to be due and a task group to have gone quiet. */
export function workBeganOn(today: CalendarDate): CalendarDate {
  return addDays(addMonths(today, -4), 15);
}

/** Both sides of one application. */
interface Sides {
  readonly number: number;
  readonly countyCode: string;
  readonly dispatchingAgencyId: string;
  readonly recipientAgencyId: string;
}

/** The pairing that is at work, and its recipient. */
export interface PairAtWork {
  readonly pairingId: string;
  readonly dispatchingAgencyId: string;
  readonly recipientAgencyId: string;
}

/** Step 10: elsewhere the scheme Fujian → Ningxia fills its five places, and one of the pairs starts to work. */
export async function pairElsewhere(story: Story): Promise<PairAtWork> {
  const { graph, report } = story;
  await awaitKeyCounties(story);
  await graph.ask('admin', OPEN_PHASE, { input: DEMO_PHASE });
  const schemeId = await openScheme(story);
  report(`  10 programme phase 2026–2030 opened, scheme Fujian → Ningxia with quota ${QUOTA}`);
  const sides = await forEach(COUNTIES, (county, at) => registerSides(story, county, at));
  report(`     ${2 * sides.length} agencies registered in Fujian and Ningxia`);
  return decide(story, schemeId, sides);
}

async function awaitKeyCounties({ graph }: Story): Promise<void> {
  await eventually({
    what: 'the 123 key counties in the figures of pairing',
    look: () => graph.ask('project-office', KEY_COUNTIES),
    until: ({ region }) => region?.pairingFigures?.keyCountiesLoaded === 123,
  });
}

async function openScheme({ graph, today }: Story): Promise<string> {
  const { openCooperationScheme } = await graph.ask('project-office', OPEN_SCHEME, {
    input: {
      dispatchProvinceCode: '350000',
      recipientProvinceCode: '640000',
      quota: QUOTA,
      year: yearOf(today),
      documentNo: `闽宁协作(${DEMO})〔${yearOf(today)}〕1号`,
      competentAuthority: '福建省民政厅、宁夏回族自治区民政厅',
      idempotencyKey: `demo-scheme-fujian-ningxia-${yearOf(today)}`,
    },
  });
  return openCooperationScheme.scheme.id;
}

async function registerSides(
  story: Story,
  { code, name }: (typeof COUNTIES)[number],
  at: number,
): Promise<Sides> {
  const number = at + 1;
  const dispatchingAgencyId = await registerAgency(story, FUJIAN, {
    persona: `fujian-agency-${number}`,
    name: `闽${number}号社会工作服务中心`,
    homeRegionCode: FUJIAN_HOMES[at] ?? FUJIAN_HOMES[0],
    registrationAuthority: '当地民政局',
    number,
    can: 'DISPATCH',
  });
  const recipientAgencyId = await registerAgency(story, NINGXIA, {
    persona: `ningxia-agency-${number}`,
    name: `${name}社会工作服务中心${number}`,
    homeRegionCode: code,
    registrationAuthority: `${name}民政局`,
    number,
    can: 'RECEIVE',
  });
  return { number, countyCode: code, dispatchingAgencyId, recipientAgencyId };
}

/** The province decides: five pairs, and no second pair of one agency (PAIR-1), no sixth pair (PAIR-7). */
async function decide(story: Story, schemeId: string, sides: readonly Sides[]): Promise<PairAtWork> {
  const { report } = story;
  const [first, second, ...others] = sides;
  const sixth = others.pop();
  if (first === undefined || second === undefined || sixth === undefined) {
    throw new Error('The story needs six pairs of agencies.');
  }
  const pairingId = await match(story, await applyJointly(story, schemeId, first));
  report('     joint application for 海原县: both agencies handed it in, Ningxia accepted it');
  await refuseSecondPairing(story, schemeId, { ...second, dispatchingAgencyId: first.dispatchingAgencyId });
  for (const pair of [second, ...others]) await match(story, await handIn(story, schemeId, pair));
  report(`     ${QUOTA} of ${QUOTA} places taken`);
  const late = await handIn(story, schemeId, sixth);
  await refused(story, 'SCHEME_QUOTA_EXHAUSTED', () => match(story, late));
  await reject(story, late, '名额已满');
  const startsOn = await startWork(story, pairingId);
  report(`     the first pairing is signed and at work since ${startsOn}, entered afterwards as history`);
  const { dispatchingAgencyId, recipientAgencyId } = first;
  return { pairingId, dispatchingAgencyId, recipientAgencyId };
}

/** PAIR-6: the dispatching agency hands in the joint plan, the recipient confirms it. */
async function applyJointly({ graph }: Story, schemeId: string, pair: Sides): Promise<string> {
  const { submitPairingApplication } = await graph.ask(`fujian-agency-${pair.number}`, SUBMIT_APPLICATION, {
    input: planOf(schemeId, pair),
  });
  const applicationId = submitPairingApplication.application.id;
  await graph.ask(`ningxia-agency-${pair.number}`, CONFIRM_APPLICATION, {
    input: { applicationId, idempotencyKey: `demo-confirm-${applicationId}` },
  });
  return applicationId;
}

/** The recipient province may hand in with the papers by which both sides agree (PAIR-6). */
async function handIn({ graph, today }: Story, schemeId: string, pair: Sides): Promise<string> {
  const consentDocuments = ['DISPATCHING', 'RECIPIENT'].map((side) => ({
    side,
    documentNo: `${DEMO}-同意函-${pair.number}`,
    givenOn: today,
  }));
  const { submitPairingApplication } = await graph.ask(NINGXIA, SUBMIT_APPLICATION, {
    input: { ...planOf(schemeId, pair), consentDocuments },
  });
  return submitPairingApplication.application.id;
}

function planOf(schemeId: string, pair: Sides) {
  const { number, ...parties } = pair;
  return {
    schemeId,
    ...parties,
    jointPlan: `${DEMO}:支持建设乡镇社工站、发展本地机构、培养本土人才、建立制度(第 ${number} 对)`,
    taskGroups: ['BUILD_STATION', 'GROW_AGENCY', 'TRAIN_TALENT', 'BUILD_SYSTEM'],
    idempotencyKey: `demo-apply-${parties.dispatchingAgencyId}-${parties.recipientAgencyId}`,
  };
}

async function match({ graph }: Story, applicationId: string): Promise<string> {
  const { matchPairingApplication } = await graph.ask(NINGXIA, MATCH_APPLICATION, {
    input: {
      applicationId,
      reviewOpinion: `同意结对(${DEMO})`,
      idempotencyKey: `demo-match-${applicationId}`,
    },
  });
  return matchPairingApplication.pairing.id;
}

async function refuseSecondPairing(story: Story, schemeId: string, pair: Sides): Promise<void> {
  const applicationId = await handIn(story, schemeId, pair);
  await refused(story, 'AGENCY_ALREADY_PAIRED', () => match(story, applicationId));
  await reject(story, applicationId, '援派机构本年度已有结对');
}

async function reject({ graph }: Story, applicationId: string, reason: string): Promise<void> {
  await graph.ask(NINGXIA, REJECT_APPLICATION, {
    input: {
      applicationId,
      reviewOpinion: `${reason}(${DEMO})`,
      idempotencyKey: `demo-reject-${applicationId}`,
    },
  });
}

async function startWork({ graph, today }: Story, pairingId: string): Promise<CalendarDate> {
  const startsOn = workBeganOn(today);
  await graph.ask(NINGXIA, SIGN_PAIRING, {
    input: {
      pairingId,
      agreementNo: `${DEMO}-闽宁-1`,
      signedOn: startsOn,
      idempotencyKey: `demo-sign-${pairingId}`,
    },
  });
  await graph.ask(NINGXIA, START_PAIRING, {
    input: {
      pairingId,
      startsOn,
      endsOn: addDays(addYears(startsOn, 1), -1),
      idempotencyKey: `demo-start-${pairingId}`,
    },
  });
  return startsOn;
}
