import { definitionOf, type EventEnvelope, type EventType, serviceOf } from '@qianshou/events';

/** Of event types: `pairing/scheme`, the aggregate with the service that owns it. */
export function aggregatesOf(types: readonly string[]): ReadonlySet<string> {
  return new Set(types.map((type) => `${serviceOf(type as EventType)}/${definitionOf(type)?.aggregate}`));
}

/** As the catalogue names it, from what every event carries: `/qianshou/pairing` and `scheme/sch_…`. */
export function aggregateOf({ source, subject }: Pick<EventEnvelope, 'source' | 'subject'>): string {
  return `${source.slice(source.lastIndexOf('/') + 1)}/${subject.slice(0, subject.indexOf('/'))}`;
}
