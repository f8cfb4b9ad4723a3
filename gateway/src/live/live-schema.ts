import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  extendSchema,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql';
import type { ToldEvent } from './hub-stream.ts';

const CONTRACT = join(import.meta.dirname, '../../live.graphql');
/** Types whose values are made here; all others come as the graph answered them, under the names that were asked for. */
const OWN = new Set(['Subscription', 'LiveEvent', 'LiveChange']);

export interface LiveEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly sequence: number;
  readonly regionCode: string | null;
  readonly data: object;
  readonly position: string;
}

export interface LiveChange {
  readonly id: string;
  readonly event: LiveEvent;
  readonly position: string;
}

export interface LiveContext {
  readonly events: (args: EventsArgs) => AsyncGenerator<{ readonly events: LiveEvent }>;
  readonly changed: (args: ChangedArgs) => AsyncGenerator<{ readonly changed: LiveChange }>;
  /** The object behind a change, as the graph answers it to who listens. */
  readonly nodeOf: (change: LiveChange, info: GraphQLResolveInfo) => Promise<unknown>;
}

export interface EventsArgs {
  readonly after?: string | null;
  readonly types?: readonly string[] | null;
  readonly region?: string | null;
}

export interface ChangedArgs {
  readonly ids: readonly string[];
  readonly after?: string | null;
}

/** Types of the graph that the contract names. */
const NEEDED = ['Node', 'RegionCode', 'DateTime'];

/** The graph with what can be subscribed to; null for a graph of which a part is missing that this stands on. */
export function liveSchema(graph: GraphQLSchema): GraphQLSchema | null {
  if (NEEDED.some((name) => graph.getType(name) === undefined)) return null;
  const schema = extendSchema(graph, parse(readFileSync(CONTRACT, 'utf8')));
  const events = fieldOf(schema, 'Subscription', 'events');
  events.subscribe = (_root, args: EventsArgs, context: LiveContext) => context.events(args);
  const changed = fieldOf(schema, 'Subscription', 'changed');
  changed.subscribe = (_root, args: ChangedArgs, context: LiveContext) => context.changed(args);
  const node = fieldOf(schema, 'LiveChange', 'node');
  node.resolve = (change: LiveChange, _args, context: LiveContext, info) => context.nodeOf(change, info);
  return schema;
}

function fieldOf(schema: GraphQLSchema, type: string, name: string) {
  const declared = schema.getType(type);
  const field = isObjectType(declared) ? declared.getFields()[name] : undefined;
  if (field === undefined) throw new Error(`${CONTRACT} lacks ${type}.${name}`);
  return field;
}

export const liveField: GraphQLFieldResolver<unknown, unknown> = (
  source,
  _args,
  _context,
  { parentType, fieldName, path },
) => {
  const name = OWN.has(parentType.name) ? fieldName : path.key;
  return (source as Readonly<Record<string, unknown>>)[name];
};

export function liveEvent({
  id,
  type,
  subject,
  time,
  sequence,
  regioncode,
  data,
  position,
}: ToldEvent): LiveEvent {
  return {
    id,
    type,
    subject,
    time,
    sequence: Number(sequence),
    regionCode: regioncode ?? null,
    data,
    position,
  };
}
