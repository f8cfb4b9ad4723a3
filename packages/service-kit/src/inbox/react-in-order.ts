import { type EventEnvelope, type KnownEvent, parseKnownEvent } from '@qianshou/events';
import { byThePlatform } from '../audit/decision.ts';
import { inScope, type Scope } from '../scope/scope.ts';
import type { Reaction } from './reaction.ts';

/** What one call of a reaction is given: one event, or one type's events in a row where it takes them together. */
interface Run {
  readonly reaction: Reaction;
  readonly events: EventEnvelope[];
}

/** Calls the reactions in the order of the events. What nothing reacts to is passed over; it parts no run. */
export async function reactInOrder(
  events: readonly EventEnvelope[],
  reactionTo: (event: EventEnvelope, at: number) => Reaction | undefined,
): Promise<void> {
  const runs: Run[] = [];
  for (const [at, event] of events.entries()) {
    const reaction = reactionTo(event, at);
    const run = runs.at(-1);
    if (reaction === undefined) continue;
    if (reaction.takesMany && run?.reaction === reaction) run.events.push(event);
    else runs.push({ reaction, events: [event] });
  }
  for (const run of runs) await inScope(causeOf(run), () => run.reaction.react(run.events.map(toKnown)));
}

function toKnown(event: EventEnvelope): KnownEvent {
  const parsed = parseKnownEvent(event);
  if (parsed === null) throw new Error(`${event.type} has a handler but is not in the catalogue`);
  return parsed;
}

/** The (last) event of the run. */
function causeOf({ events }: Run): Scope {
  const event = events.at(-1);
  if (event === undefined) throw new Error('a run without an event');
  return {
    correlationId: event.correlationid,
    causationId: event.id,
    decision: byThePlatform(event.type),
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}
