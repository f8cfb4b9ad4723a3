import { missingRoomKinds } from './haves.ts';
import type { Station } from './station.ts';

export interface StationWarning {
  readonly rule: string;
  readonly en: string;
  readonly zh: string;
}

/** Rules that advise and never block, with what they say about this station now. */
export function stationWarnings(station: Station): readonly StationWarning[] {
  return [...premisesWarning(station), ...roomWarning(station)];
}

/** STA-7: existing premises first. */
function premisesWarning({ site }: Station): readonly StationWarning[] {
  if (site?.source !== 'OTHER') return [];
  return [
    { rule: 'STA-7', en: 'Existing public premises are to be used first.', zh: '应优先使用现有场地设施。' },
  ];
}

/** STA-9: rooms follow needs. */
function roomWarning(station: Station): readonly StationWarning[] {
  const missing = missingRoomKinds(station);
  if (missing.length === 0) return [];
  const kinds = missing.join(', ');
  return [{ rule: 'STA-9', en: `No room of the kind: ${kinds}.`, zh: `缺少活动场所类型:${kinds}。` }];
}
