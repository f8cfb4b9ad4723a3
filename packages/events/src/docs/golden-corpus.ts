import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventCatalogue } from '../catalogue/index.ts';
import { encodeEvent } from '../codec.ts';
import { type EventDefinition, SERVICES, type ServiceName, serviceOf } from '../define-event.ts';
import type { GeneratedDocument } from './generated-document.ts';
import { envelopeOf } from '../envelope.ts';

const REPOSITORY = join(import.meta.dirname, '../../../..');

export function goldenPath(service: ServiceName): string {
  return `packages/events/golden/${service}.jsonl`;
}

/**
 * Every example ever published, a line each, as it went over the wire. Lines are only ever added: an example that
 * was changed in the catalogue stays here as it was, and must parse for ever.
 */
export function goldenCorpus(): Promise<readonly GeneratedDocument[]> {
  return Promise.all(
    SERVICES.map(async (service) => {
      const lines = await goldenLines(service);
      const missing = eventCatalogue
        .filter(({ type }) => serviceOf(type) === service)
        .map((definition) => goldenLine(definition))
        .filter((line) => !lines.includes(line));
      return { path: goldenPath(service), content: [...lines, ...missing, ''].join('\n') };
    }),
  );
}

export async function goldenLines(service: ServiceName): Promise<readonly string[]> {
  const text = await readFile(join(REPOSITORY, goldenPath(service)), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

export function goldenLine({ type, example }: EventDefinition): string {
  const event = envelopeOf({
    id: '01900000-0000-7000-8000-0000000000ff',
    time: new Date('2026-01-01T00:00:00Z'),
    type,
    aggregateId: 'example',
    sequence: 1,
    regionCode: null,
    correlationId: 'example',
    data: example,
  });
  return encodeEvent(event).value.toString();
}
