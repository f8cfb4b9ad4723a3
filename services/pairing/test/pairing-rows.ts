import { importing, type ImportUnderTest } from '@qianshou/testing';
import { aCreditCode, HAIYUAN } from './builders.ts';
import { admin, agencyInput, done, type PairingGraph, province, REGISTER } from './under-test.ts';

const HEADING =
  '年度,协作方案文号,援派机构统一社会信用代码,受援机构统一社会信用代码,受援县代码,任务,共同计划,协议编号,签署日期,开始日期,结束日期';

const CELLS = {
  cycleYear: '2026',
  documentNo: '',
  dispatching: '',
  recipient: '',
  county: HAIYUAN as string,
  taskGroups: '建设社工站;TRAIN_TALENT',
  jointPlan: '演示:共建乡镇社工站',
  agreementNo: '演示协议-1',
  signedOn: '2026/2/1',
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
};

export type PairingCells = Partial<typeof CELLS>;

export const pairingTable = (...rows: readonly PairingCells[]): string =>
  [HEADING, ...rows.map((cells) => Object.values({ ...CELLS, ...cells }).join(','))].join('\r\n');

export function importingPairings(graph: PairingGraph, actor = province): ImportUnderTest {
  return importing(graph, { of: 'Pairing', kind: 'PAIRINGS', actor });
}

let serial = 700;

export async function registeredAgency(
  graph: PairingGraph,
  changes: Record<string, unknown> = {},
): Promise<string> {
  serial += 1;
  await done(graph, REGISTER, agencyInput(serial, changes), admin);
  return aCreditCode(serial);
}

/** A helper and an agency of the county, neither of them paired. */
export async function freeAgencies(graph: PairingGraph, county: string = HAIYUAN) {
  return {
    dispatching: await registeredAgency(graph),
    recipient: await registeredAgency(graph, { homeRegionCode: county, canReceive: true }),
    county,
  };
}
