/** The county-level city of the article (宜都市). */
export const YIDU = '420581';

/** A township-level unit of Yidu, and how the story runs its station. */
export interface Unit {
  readonly code: string;
  /** As it stands on the signage: a street, town, township or mining area, never its office. */
  readonly name: string;
  /** Number of the operator (承接机构): each runs one demonstration station and one or two ordinary ones. */
  readonly operator: number;
  readonly demonstration: boolean;
}

export const UNITS: readonly Unit[] = [
  { code: '420581001', name: '陆城街道', operator: 1, demonstration: true },
  { code: '420581100', name: '红花套镇', operator: 2, demonstration: true },
  { code: '420581101', name: '高坝洲镇', operator: 3, demonstration: true },
  { code: '420581102', name: '聂家河镇', operator: 1, demonstration: false },
  { code: '420581103', name: '松木坪镇', operator: 2, demonstration: false },
  { code: '420581104', name: '枝城镇', operator: 4, demonstration: true },
  { code: '420581105', name: '姚家店镇', operator: 3, demonstration: false },
  { code: '420581106', name: '五眼泉镇', operator: 5, demonstration: true },
  { code: '420581107', name: '王家畈镇', operator: 4, demonstration: false },
  { code: '420581200', name: '潘家湾土家族乡', operator: 5, demonstration: false },
  { code: '420581400', name: '松宜矿区', operator: 5, demonstration: false },
];

export const OPERATORS = [1, 2, 3, 4, 5] as const;

/** STA-3: what stands at the door (article: 宜都市xx镇(乡、街道、矿区)社会工作服务站). */
export function signageOf({ name }: Pick<Unit, 'name'>): string {
  return `宜都市${name}社会工作服务站`;
}

export function headOf({ code }: Pick<Unit, 'code'>): string {
  return `station-head-${code}`;
}

export function operatorPersona(number: number): string {
  return `operator-${number}`;
}
