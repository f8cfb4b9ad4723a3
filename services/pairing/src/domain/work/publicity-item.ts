import {
  badInput,
  type CalendarDate,
  type Change,
  lineage,
  publicLine,
  type PublicText,
  type RegionCode,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import type { PairingId, PublicityId } from '../ids.ts';
import { httpsLink } from './support-activity.ts';

export const PUBLICITY_KINDS = ['NEWS', 'CASE_STUDY', 'VIDEO', 'BRIEFING', 'OTHER'] as const;

export type PublicityKind = (typeof PUBLICITY_KINDS)[number];

/** Something published about the programme (宣传支持): about one pairing, or about a region. */
export interface PublicityItem extends Versioned {
  readonly id: PublicityId;
  readonly kind: PublicityKind;
  readonly title: PublicText;
  readonly link: PublicText;
  readonly publishedOn: CalendarDate;
  readonly pairingId: PairingId | null;
  readonly regionCode: RegionCode;
  readonly regions: readonly RegionCode[];
}

export interface PublicityRecorded {
  readonly type: 'publicity.recorded';
  readonly publicityId: PublicityId;
}

export type PublicityEvent = PublicityRecorded;

export type PublicityEntry = Written<Omit<PublicityItem, 'id' | 'version' | 'regions'>>;

export function recordPublicity(
  id: PublicityId,
  entry: PublicityEntry,
  today: CalendarDate,
): Change<PublicityItem, PublicityRecorded> {
  if (entry.publishedOn > today)
    throw badInput({ field: 'publishedOn', reason: { en: 'lies in the future', zh: '不得晚于今天' } });
  return {
    state: {
      ...entry,
      id,
      version: 0,
      title: publicLine(entry.title, 'title', 200),
      link: httpsLink(entry.link, 'link'),
      regions: lineage(entry.regionCode),
    },
    events: [{ type: 'publicity.recorded', publicityId: id }],
  };
}
