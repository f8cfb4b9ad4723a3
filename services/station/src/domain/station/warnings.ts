import { enumTerm, type Warning } from '@qianshou/kernel';
import { CENTRE_WORKERS_NEEDED } from '../centre/guidance-centre.ts';
import { missingRoomKinds } from './haves-of-station.ts';
import { annualGradeOf } from './annual-grade.ts';
import type { Station } from './station.ts';
import { isBalanced, type StationStanding } from './station-standing.ts';

type Warn = (station: Station, standing: StationStanding) => Warning | null;

/** Rules that advise and never block, with what they say about this station now. A closed one is warned of nothing. */
export function stationWarnings(station: Station, standing: StationStanding): readonly Warning[] {
  if (station.status === 'CLOSED') return [];
  return WARNINGS.map((warn) => warn(station, standing)).filter((warning) => warning !== null);
}

/** STA-4: each operator runs one demonstration station and one or two ordinary ones; a county may switch it off. */
const operatorMix: Warn = (_station, { rules, operatorMix: mix }) => {
  if (!rules.warnsOperatorMix || mix === null || isBalanced(mix)) return null;
  const { demonstrations, ordinary, since } = mix;
  return {
    rule: 'STA-4',
    since,
    figures: [
      { name: 'DEMONSTRATION', value: demonstrations, expected: 1 },
      { name: 'ORDINARY', value: ordinary, expected: ordinary < 1 ? 1 : 2 },
    ],
    en: `The operator runs ${demonstrations} demonstration and ${ordinary} ordinary stations in the county; 1 and 1 to 2 are meant.`,
    zh: `承接机构在本县运营示范站 ${demonstrations} 个、普通站 ${ordinary} 个,应为 1 个示范站加 1—2 个普通站。`,
  };
};

/** STA-6: the guidance centre stands behind every station. */
const guidanceCentre: Warn = (_station, { centre }) => {
  const workers = centre?.workers.length ?? 0;
  const teams = (centre?.expertTeam ?? null) === null ? 0 : 1;
  if (workers >= CENTRE_WORKERS_NEEDED && teams === 1) return null;
  return {
    rule: 'STA-6',
    figures: [
      { name: 'WORKERS', value: workers, expected: CENTRE_WORKERS_NEEDED },
      { name: 'EXPERT_TEAMS', value: teams, expected: 1 },
    ],
    en: 'The county has no guidance centre with two social workers and an expert team.',
    zh: '本县尚无配备两名以上社工和高校专家团队的指导中心。',
  };
};

/** STA-7: existing premises first. */
const premises: Warn = ({ site }) => {
  if (site?.source !== 'OTHER') return null;
  return {
    rule: 'STA-7',
    en: 'Existing public premises are to be used first.',
    zh: '应优先使用现有场地设施。',
  };
};

/** STA-9: rooms follow needs. */
const rooms: Warn = (station) => {
  const missing = missingRoomKinds(station);
  if (missing.length === 0) return null;
  const kinds = missing.map((kind) => enumTerm('RoomKind', kind));
  return {
    rule: 'STA-9',
    figures: missing.map((name) => ({ name, value: 0, expected: 1 })),
    en: `No room of the kind: ${kinds.map(({ en }) => en).join(', ')}.`,
    zh: `缺少活动场所类型:${kinds.map(({ zh }) => zh).join('、')}。`,
  };
};

/** STA-13: the latest evaluation bars the operator from the purchase of the year after. */
const unqualified: Warn = (station) => {
  const gradedBy = annualGradeOf(station);
  if (gradedBy?.grade !== 'UNQUALIFIED') return null;
  const year = gradedBy.year + 1;
  return {
    rule: 'STA-13',
    since: gradedBy.evaluatedOn,
    figures: [{ name: 'SCORE', value: gradedBy.score }],
    en: `Evaluated as unqualified: its operator of then is barred from purchases in ${year}.`,
    zh: `评估不合格,当年承接机构 ${year} 年度不得参与购买服务。`,
  };
};

/** PAIR-13: an agency that pairing suspended or struck off is given no further station; those it runs show it. */
const operatorBarred: Warn = (_station, { operator }) => {
  if (operator === null || operator.status === 'ACTIVE') return null;
  return {
    rule: 'PAIR-13',
    en: `The operator is ${operator.status === 'SUSPENDED' ? 'suspended' : 'struck off'}; the bureau decides what becomes of the station.`,
    zh: `承接机构已${operator.status === 'SUSPENDED' ? '被暂停' : '被除名'},请民政局研究处置。`,
  };
};

const WARNINGS: readonly Warn[] = [operatorMix, guidanceCentre, premises, rooms, unqualified, operatorBarred];
