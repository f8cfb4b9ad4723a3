import {
  badInput,
  type CalendarDate,
  type Change,
  type Grounds,
  lineage,
  publicLine,
  type PublicText,
  type RegionCode,
  requireDifference,
  requireNotStruck,
  type Struck,
  struckOut,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import type { PairingId, PublicityId } from '../ids.ts';
import { type Before, noted } from '../reference/corrections.ts';
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
  /** Null unless it was recorded by mistake; then it counts no more. */
  readonly struck: Struck | null;
  /** What it said before it was corrected, oldest first; absent in records of before. */
  readonly corrections?: readonly Before<PublicityFacts>[];
}

/** What a correction can name. Whom it is about is struck out and recorded anew. */
export type PublicityFacts = Pick<PublicityItem, 'kind' | 'title' | 'link' | 'publishedOn'>;

export interface PublicityRecorded {
  readonly type: 'publicity.recorded';
  readonly publicityId: PublicityId;
}

export interface PublicityStruck {
  readonly type: 'publicity.struck';
  readonly publicityId: PublicityId;
}

export interface PublicityCorrected {
  readonly type: 'publicity.corrected';
  readonly publicityId: PublicityId;
  readonly before: Pick<PublicityItem, 'publishedOn'>;
}

export type PublicityEvent = PublicityRecorded | PublicityStruck | PublicityCorrected;

export type PublicityEntry = Written<
  Omit<PublicityItem, 'id' | 'version' | 'regions' | 'struck' | 'corrections'>
>;

export function recordPublicity(
  id: PublicityId,
  entry: PublicityEntry,
  today: CalendarDate,
): Change<PublicityItem, PublicityRecorded> {
  return {
    state: {
      ...entry,
      id,
      version: 0,
      ...checked(entry, today),
      regions: lineage(entry.regionCode),
      struck: null,
    },
    events: [{ type: 'publicity.recorded', publicityId: id }],
  };
}

function checked(
  { kind, title, link, publishedOn }: Written<PublicityFacts>,
  today: CalendarDate,
): PublicityFacts {
  if (publishedOn > today)
    throw badInput({ field: 'publishedOn', reason: { en: 'lies in the future', zh: '不得晚于今天' } });
  return { kind, title: publicLine(title, 'title', 200), link: httpsLink(link, 'link'), publishedOn };
}

/** Nothing of the kind was published: it stays to be read, and counts no more. */
export function strikePublicity(
  item: PublicityItem,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<PublicityItem, PublicityStruck> {
  requireNotStruck(item);
  return {
    state: { ...item, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'publicity.struck', publicityId: item.id }],
  };
}

const SAID = ['kind', 'title', 'link', 'publishedOn'] as const;

/** It was published otherwise: judged as if it were recorded now. */
export function correctPublicity(
  item: PublicityItem,
  corrected: Partial<Written<PublicityFacts>>,
  { today, ...grounds }: Grounds & { readonly today: CalendarDate },
): Change<PublicityItem, PublicityCorrected> {
  requireNotStruck(item);
  const right = checked({ ...item, ...corrected }, today);
  requireDifference<PublicityFacts>(item, right);
  const corrections = [...(item.corrections ?? []), noted(item, SAID, grounds, today)];
  return {
    state: { ...item, ...right, corrections },
    events: [
      { type: 'publicity.corrected', publicityId: item.id, before: { publishedOn: item.publishedOn } },
    ],
  };
}
