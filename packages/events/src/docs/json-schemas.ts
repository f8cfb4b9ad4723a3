import { z } from 'zod';
import { eventCatalogue } from '../catalogue/index.ts';
import type { EventDefinition } from '../define-event.ts';
import type { GeneratedDocument } from './generated-document.ts';
import { dataSchemaOf } from '../envelope.ts';

/** One schema per event and version, at the path that the event's `dataschema` names. */
export function jsonSchemas(): readonly GeneratedDocument[] {
  return eventCatalogue.map((definition) => ({
    path: schemaPath(definition.type),
    content: asJson({ $id: dataSchemaOf(definition.type), ...schemaOf(definition) }),
  }));
}

export function schemaPath(type: string): string {
  return `docs/schemas/events/${type}.json`;
}

/** As a reader should check it: fields that are not listed are allowed, so that new ones can be added. */
export function schemaOf({ type, about, data, example }: EventDefinition): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(data, { io: 'input' });
  return { $schema, title: type, description: `${about.en} (${about.zh})`, ...schema, examples: [example] };
}

export function asJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
