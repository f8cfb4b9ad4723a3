import { publicText, type PublicText } from '@qianshou/kernel';
/** Endings of a code name that name the office, not the place: 松宜矿区管理委员会 is the unit 松宜矿区. */
const OFFICES = /(管理委员会|管委会|办事处)$/;

export function unitName(codeName: string): string {
  return codeName.replace(OFFICES, '');
}

/** STA-3 (article): what stands at the door, e.g. 宜都市枝城镇社会工作服务站. */
export function signageOf(countyName: string, unitCodeName: string): PublicText {
  return publicText(`${countyName}${unitName(unitCodeName)}社会工作服务站`, 'signage');
}
