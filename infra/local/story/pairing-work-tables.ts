import type { PairingAtWork } from './pairing-at-work.ts';
import { drawTable, right } from './table.ts';

const TASK_GROUPS: Readonly<Record<string, string>> = {
  BUILD_STATION: '支持建设社工站 build stations',
  GROW_AGENCY: '支持发展机构 grow agencies',
  TRAIN_TALENT: '支持培养人才 train talent',
  BUILD_SYSTEM: '支持建立制度 build the system',
};

const CRITERIA: Readonly<Record<string, string>> = {
  STATIONS_OPERATING: '社工站均已运营 stations operate',
  LOCAL_STAFF: '有本地社工 local staff',
  CERTIFIED_LOCAL_STAFF: '有本地持证社工 certified local staff',
  ALL_REGIMES: '六项制度齐全 all regimes',
  RECIPIENT_CAN_OPERATE: '受援机构具备承接能力 recipient can operate',
  LOCAL_FUNDING: '本地资金已落实 local funding',
  FULL_COVERAGE: '乡镇社工站全覆盖 every unit has a station',
};

const LACKS: Readonly<Record<string, string>> = {
  OPERATION: '尚未运营 does not operate yet',
  OPERATING_STATION: '尚无运营中的社工站 no station operates yet',
  CONTRACT: '尚无本地购买合同 no contract of its own yet',
  UNITS_COVERED: '尚有单位无运营中的社工站 units without one that operates',
};

export function targetTable({ county, targets }: PairingAtWork): string {
  return drawTable(`${county.name} 结对目标 · Targets of the pairing`, [
    ['任务组 Task group', '指标 Indicator', '完成 reached'],
    ...targets.nodes.map(({ taskGroup, indicator, unit, achievedValue, targetValue }) => [
      TASK_GROUPS[taskGroup] ?? taskGroup,
      indicator,
      right(`${achievedValue} of ${targetValue} ${unit}`),
    ]),
  ]);
}

/** A list with the missing pieces, not a score alone. */
export function exitTable(pairing: PairingAtWork): string {
  const { county, exitReadiness } = pairing;
  const met = exitReadiness.filter((each) => each.met).length;
  const title = `${county.name} 退出准备 · Can the county do without its pairing? ${met} of ${exitReadiness.length} met`;
  return drawTable(title, [
    ['条件(本平台设定)Criterion, ours', '满足 met', '佐证或缺项 Evidence, or what is missing'],
    ...exitReadiness.flatMap((each) => rowsOf(pairing, each)),
  ]);
}

function rowsOf(
  pairing: PairingAtWork,
  { criterion, met, evidence, missing }: PairingAtWork['exitReadiness'][number],
): readonly (readonly string[])[] {
  const pieces = met
    ? evidence.map((id) => nameOf(pairing, id))
    : missing.map(({ objectId: id, lacks, count }) => {
        const many = count === null ? '' : ` (${count})`;
        return `${nameOf(pairing, id)}: ${lacks.map(lackOf).join(', ')}${many}`;
      });
  return pieces.map((piece, at) =>
    at === 0 ? [CRITERIA[criterion] ?? criterion, met ? '是 yes' : '否 no', piece] : ['', '', piece],
  );
}

function lackOf(lack: string): string {
  return LACKS[lack] ?? lack;
}

function nameOf({ county, recipientAgency }: PairingAtWork, id: string): string {
  if (id === county.code) return county.name;
  if (id === recipientAgency.id) return recipientAgency.name;
  return county.stations?.nodes.find((station) => station.id === id)?.signage ?? id;
}
