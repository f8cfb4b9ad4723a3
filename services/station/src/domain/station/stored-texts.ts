import { type PersonalMark, personalMarksIn } from '@qianshou/kernel';
import type { Activity } from './activity.ts';
import type { Station } from './station.ts';

/** A text that is kept of a station and points at one person. */
export interface MarkedText {
  /** `activities.title`. */
  readonly field: string;
  /** Of what it stands in: an activity, a check, the station itself. */
  readonly id: string;
  readonly marks: readonly PersonalMark[];
}

/** Anything else that is kept of a station with texts in it: an evaluation, a visit, a complaint, a village room, a service record. */
export interface TextRecord {
  readonly id: string;
  readonly stationId: string;
}

/** Of one station, what points at a person of all that was read. */
export interface MarkedRecords {
  readonly marked: readonly TextRecord[];
  /** Kinds of records of which a station has more than were read. */
  readonly stoppedAt: readonly StoppedAt[];
}

export interface StoppedAt {
  /** `service_records`. */
  readonly kind: string;
  readonly read: number;
}

/** Numbers that everybody may read: ids and codes hold no text, and an office may be called. */
const NO_TEXT = /(?:^|\.)(?:id|\w+Id|\w+Code|officePhone)$/;

/** STA-12: what was kept before anybody looked for persons in it, or came past it; every text of the record is read. */
export function markedTexts(record: Station | Activity | TextRecord): readonly MarkedText[] {
  return textsWithin(record, '', record.id).flatMap(({ text, field, id }) => {
    const marks = personalMarksIn(text);
    return marks.length === 0 ? [] : [{ field, id, marks }];
  });
}

interface StoredText {
  readonly text: string;
  readonly field: string;
  readonly id: string;
}

function textsWithin(value: unknown, field: string, id: string): readonly StoredText[] {
  if (typeof value === 'string') return NO_TEXT.test(field) ? [] : [{ text: value, field, id }];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsWithin(item, field, id));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? value.id : id;
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    textsWithin(part, field === '' ? name : `${field}.${name}`, own),
  );
}
