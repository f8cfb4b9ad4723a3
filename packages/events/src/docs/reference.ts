import { eventCatalogue } from '../catalogue/index.ts';
import { type EventDefinition, SERVICES, type ServiceName, serviceOf } from '../define-event.ts';
import type { GeneratedDocument } from './generated-document.ts';
import { topicOf } from '../topics.ts';
import { schemaOf, schemaPath } from './json-schemas.ts';

/** `docs/events.md`: every event on one page, for people. */
export function eventReference(): GeneratedDocument {
  return { path: 'docs/events.md', content: `${[INTRODUCTION, ...SERVICES.map(chapter)].join('\n\n')}\n` };
}

const INTRODUCTION = `<!-- Generated from packages/events by \`npm run generate\`. Do not edit. -->

# Events (事件)

The ${eventCatalogue.length} facts that the services tell each other. The topics are for the services alone: they say more than the
graph shows to any one caller. Each is a
[CloudEvents 1.0](https://cloudevents.io) event in structured JSON, written in the same transaction as the change that
it tells of, and published at least once, in order per aggregate. Machines read
[schemas/asyncapi.json](schemas/asyncapi.json) and one JSON Schema per event.

| attribute | meaning |
| --- | --- |
| \`id\` | UUIDv7. The same id is the same event: take it once. |
| \`source\` | \`/qianshou/<service>\` |
| \`type\` | \`qianshou.<service>.<what happened>.v<major>\` |
| \`subject\` | \`<aggregate>/<id>\` |
| \`partitionkey\` | the aggregate's id, also the Kafka key |
| \`sequence\` | the aggregate's version after the event, a decimal string without gaps |
| \`correlationid\`, \`causationid\` | the request, and the event, that led to it |
| \`regioncode\` | where it happened (GB/T 2260) |
| \`data\` | ids, codes, dates and counts; no personal data |

Each record is signed by its service (Ed25519): header \`kid\` names the key, \`signature\` is over the value and the headers
\`kid\`, \`qs-seq\` and \`qs-epoch\` and the key of the record. \`qs-seq\` is the place in the service's log, \`qs-epoch\` the life
of that log: it grows when the service's database was put back to an earlier state. What is unsigned, wrongly signed or
in another service's topic is a dead letter.

Inside a major version only optional fields and new values of named sets are added: ignore fields that you do not know,
and take a value that you do not know as none of those that you do (the schemas list them as \`x-known-values\`).
Amounts are fen as decimal strings.`;

function chapter(service: ServiceName): string {
  const events = eventCatalogue.filter(({ type }) => serviceOf(type) === service);
  return [`## ${service}`, `Topic \`${topicOf(service)}\`.`, ...events.map(section)].join('\n\n');
}

function section(definition: EventDefinition): string {
  const { type, aggregate, about, example } = definition;
  return [
    `### \`${type}\``,
    `${about.en} ${about.zh}。 Aggregate: \`${aggregate}\`. [Schema](${schemaPath(type).replace('docs/', '')})`,
    ['| field | type |', '| --- | --- |', ...fields(definition)].join('\n'),
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
  ].join('\n\n');
}

interface Property {
  readonly type?: string;
  /** Of an open set. */
  readonly 'x-known-values'?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Property;
  readonly anyOf?: readonly Property[];
}

function fields(definition: EventDefinition): readonly string[] {
  const { properties = {}, required = [] } = schemaOf(definition) as {
    readonly properties?: Readonly<Record<string, Property>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(
    ([name, property]) =>
      `| \`${name}\`${required.includes(name) ? '' : ' (optional)'} | ${shown(property)} |`,
  );
}

function shown(property: Property): string {
  if (property.anyOf !== undefined) return property.anyOf.map(shown).join(' or ');
  if (property.const !== undefined) return `\`${property.const}\``;
  const known = property['x-known-values'];
  if (known !== undefined) return known.map((value) => `\`${value}\``).join(', ');
  if (property.items !== undefined) return `list of ${shown(property.items)}`;
  return shownText(property);
}

/** Patterns under the names that the catalogue's fields have. */
function shownText({ type, pattern = '', format }: Property): string {
  const prefix = /^\^([a-z]{3})_/.exec(pattern)?.[1];
  if (prefix !== undefined) return `id \`${prefix}_…\``;
  if (pattern.includes('\\d{6}|\\d{9}')) return 'region code';
  if (pattern.includes('\\d{0,18}')) return 'fen';
  return format === 'date' ? 'date' : (type ?? 'any');
}
