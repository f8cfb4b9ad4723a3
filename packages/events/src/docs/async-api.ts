import { eventCatalogue } from '../catalogue/index.ts';
import { CONTENT_TYPE } from '../codec.ts';
import { type EventDefinition, SERVICES, type ServiceName, serviceOf } from '../define-event.ts';
import type { GeneratedDocument } from './generated-document.ts';
import { dataSchemaOf } from '../envelope.ts';
import { TOPICS, topicOf } from '../topics.ts';
import { asJson } from './json-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** The topics and their messages as an AsyncAPI 3 document. */
export function asyncApi(): GeneratedDocument {
  return { path: 'docs/schemas/asyncapi.json', content: asJson(document()) };
}

function document(): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Qianshou events (牵手 事件)',
      version: '1.0.0',
      description:
        'What the five services tell each other: CloudEvents 1.0 in structured JSON over Kafka, each record signed by its service. The topics are for the services alone.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: CONTENT_TYPE,
    channels: Object.fromEntries(SERVICES.map((service) => [service, channel(service)])),
    operations: Object.fromEntries(SERVICES.map((service) => [`${service}Publishes`, operation(service)])),
    components: {
      messages: Object.fromEntries(eventCatalogue.map((event) => [event.type, message(event)])),
      schemas: { envelope: ENVELOPE },
    },
  };
}

function eventsOf(service: ServiceName): readonly EventDefinition[] {
  return eventCatalogue.filter(({ type }) => serviceOf(type) === service);
}

function channel(service: ServiceName): Json {
  const address = topicOf(service);
  const partitions = TOPICS.find(({ name }) => name === address)?.partitions;
  return {
    address,
    description: `Facts of the ${service} service, in order per aggregate.`,
    messages: Object.fromEntries(
      eventsOf(service).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    bindings: { kafka: { topic: address, partitions, bindingVersion: '0.5.0' } },
  };
}

function operation(service: ServiceName): Json {
  return { action: 'send', channel: { $ref: `#/channels/${service}` } };
}

function message({ type, about }: EventDefinition): Json {
  return {
    name: type,
    title: about.en,
    summary: about.zh,
    contentType: CONTENT_TYPE,
    bindings: {
      kafka: { key: { type: 'string', description: 'The id of the aggregate' }, bindingVersion: '0.5.0' },
    },
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        {
          type: 'object',
          properties: {
            type: { const: type },
            dataschema: { const: dataSchemaOf(type) },
            data: { $ref: `./events/${type}.json` },
          },
        },
      ],
    },
  };
}

const text = (description: string): Json => ({ type: 'string', description });

const ENVELOPE: Json = {
  type: 'object',
  description: 'CloudEvents 1.0, structured JSON. Attributes that a reader does not know are to be ignored.',
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'datacontenttype',
    'dataschema',
    'partitionkey',
    'sequence',
    'correlationid',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid', description: 'UUIDv7; the same id is the same event' },
    source: text('/qianshou/<service>'),
    type: text('qianshou.<service>.<what happened>.v<major>'),
    subject: text('<aggregate>/<id>'),
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    dataschema: text('The path of the schema of `data` in the repository'),
    partitionkey: text('The id of the aggregate: its events stay in order'),
    sequence: text('The version of the aggregate after this event, without gaps'),
    correlationid: text('Ties together all that one request caused'),
    causationid: text('The event that this one reacts to'),
    traceparent: text('W3C trace context'),
    regioncode: text('The administrative division that it happened in (GB/T 2260)'),
    data: { type: 'object' },
  },
};
