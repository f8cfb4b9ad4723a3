import { DISCLOSED } from './disclosed-fields.ts';

export const DISCLOSED_TYPES: readonly string[] = Object.keys(DISCLOSED).toSorted();

export function fieldsDisclosedOf(type: string): readonly string[] | null {
  return DISCLOSED[type] ?? null;
}

/** Attributes of the envelope that would tell what else happened: to which request, and for which other event. */
const KEPT_BACK = ['correlationid', 'causationid', 'traceparent'];

export interface Told {
  readonly type: string;
  readonly regioncode?: string;
  readonly data: unknown;
}

/** An event as it leaves; null for one that does not. */
export function disclosed<Event extends Told>(event: Event): Event | null {
  const fields = fieldsDisclosedOf(event.type);
  if (fields === null) return null;
  const envelope = Object.entries(event).filter(([name]) => !KEPT_BACK.includes(name));
  const data = Object.entries(event.data as object).filter(([name]) => fields.includes(name));
  return { ...Object.fromEntries(envelope), data: Object.fromEntries(data) } as Event;
}
