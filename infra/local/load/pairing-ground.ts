import { type Grant, regionCode } from '@qianshou/kernel';
import { DEMO, demoCreditCode } from '../story/demo.ts';
import type { Graph } from '../story/graph-client.ts';
import { DEMO_PHASE, OPEN_PHASE, OPEN_SCHEME } from '../story/pairing-operations.ts';
import type { County } from './places.ts';
import { agency, AGENCY_HEADING, type LoadTable } from './tables.ts';

const YEAR = 2026;
const FIRST_NUMBER = 200_000;

/** Recipient province -> the province that helps it in this load. Invented, as all of it is: no real scheme is meant. */
const HELPERS: Readonly<Record<string, string>> = {
  '15': '11',
  '45': '44',
  '50': '37',
  '51': '33',
  '52': '44',
  '53': '31',
  '61': '32',
  '62': '12',
  '63': '33',
  '64': '35',
};

/** All provinces that receive in this load, in one grant each. */
export const RECEIVING_PROVINCES: readonly Grant[] = Object.keys(HELPERS).map((province) => ({
  role: 'PROVINCE_AUTHORITY',
  region: regionCode(`${province}0000`),
}));

interface Pair {
  readonly county: County;
  readonly dispatchingHome: County;
  readonly dispatchingCode: string;
  readonly recipientCode: string;
}

/** One pair for each county: its own agency, and one of the province that helps. */
export function pairsOf(counties: readonly County[], all: readonly County[]): readonly Pair[] {
  return counties.map((county, at) => {
    const helper = helperOf(county);
    const homes = all.filter(({ code }) => code.startsWith(helper));
    const dispatchingHome = homes[at % homes.length];
    if (dispatchingHome === undefined) throw new Error(`no county of the province ${helper} is known`);
    return {
      county,
      dispatchingHome,
      dispatchingCode: demoCreditCode(dispatchingHome.code, FIRST_NUMBER + at),
      recipientCode: demoCreditCode(county.code, FIRST_NUMBER + at),
    };
  });
}

function helperOf({ code }: County): string {
  const helper = HELPERS[code.slice(0, 2)];
  if (helper === undefined) throw new Error(`no province helps ${code}`);
  return helper;
}

export function pairAgencyTable(pairs: readonly Pair[]): LoadTable {
  return {
    heading: AGENCY_HEADING,
    rows: function* () {
      for (const [at, { county, dispatchingHome, dispatchingCode, recipientCode }] of pairs.entries()) {
        const name = `牵手第${at + 1}社会工作服务中心`;
        yield agency(dispatchingHome, dispatchingCode, { name, can: ['是', '否', '否'] });
        yield agency(county, recipientCode, {
          name: `${county.name}社会工作服务中心`,
          can: ['否', '是', '否'],
        });
      }
    },
  };
}

export function pairingTable(pairs: readonly Pair[]): LoadTable {
  return {
    heading: [
      'cycleYear',
      'documentNo',
      'dispatchingCreditCode',
      'recipientCreditCode',
      'recipientCountyCode',
      'taskGroups',
      'jointPlan',
      'agreementNo',
      'signedOn',
      'startsOn',
      'endsOn',
    ],
    rows: function* () {
      for (const [at, { county, dispatchingCode, recipientCode }] of pairs.entries()) {
        const sides = [dispatchingCode, recipientCode, county.code];
        const plan = ['BUILD_STATION;TRAIN_TALENT', `${DEMO}:${county.name}共同计划`, `${DEMO}-${at + 1}`];
        yield [YEAR, documentNo(county), ...sides, ...plan, '2026-02-10', '2026-03-01', '2026-12-31'];
      }
    },
  };
}

function documentNo(county: County): string {
  return `${DEMO}装载〔${YEAR}〕${county.code.slice(0, 2)}号`;
}

/** The phase and the schemes that the pairings belong to; what an earlier load opened is open. */
export async function openGround(graph: Graph, pairs: readonly Pair[]): Promise<void> {
  await graph.ask('admin', OPEN_PHASE, { input: DEMO_PHASE });
  const provinces = Map.groupBy(pairs, ({ county }) => county.code.slice(0, 2));
  for (const [province, own] of provinces) await openScheme(graph, province, own);
}

async function openScheme(
  graph: Graph,
  province: string,
  [first, ...others]: readonly Pair[],
): Promise<void> {
  if (first === undefined) return;
  await graph.ask('project-office', OPEN_SCHEME, {
    input: {
      dispatchProvinceCode: `${helperOf(first.county)}0000`,
      recipientProvinceCode: `${province}0000`,
      quota: 1 + others.length,
      year: YEAR,
      documentNo: documentNo(first.county),
      competentAuthority: `${DEMO}主管部门`,
      idempotencyKey: `demo-load-scheme-${province}-${YEAR}`,
    },
  });
}
