import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { eventCatalogue } from './catalogue/index.ts';
import { CONTENT_TYPE, encodeEvent } from './codec.ts';
import { goldenLine } from './docs/golden-corpus.ts';
import { parseEnvelope } from './envelope.ts';

/** The CloudEvents project's own library judges what our codec writes. */
function judged(body: string): CloudEvent<unknown> {
  const read = HTTP.toEvent({ headers: { 'content-type': CONTENT_TYPE }, body });
  if (!(read instanceof CloudEvent)) throw new Error('expected one event');
  return read;
}

describe('an encoded event', () => {
  it.each(eventCatalogue)('$type is a valid CloudEvent in structured mode', (definition) => {
    const event = judged(goldenLine(definition));

    expect(event.validate()).toBe(true);
    expect(event.data).toEqual(definition.example);
    expect({ ...event.toJSON() }).toMatchObject({ type: definition.type, specversion: '1.0', sequence: '1' });
  });

  it('has its content type and the ce_ headers of the Kafka binding', () => {
    const [definition] = eventCatalogue;
    const event = judged(goldenLine(definition));

    const { headers } = encodeEvent(parseEnvelope(JSON.parse(goldenLine(definition))));

    expect(headers).toEqual({
      'content-type': CONTENT_TYPE,
      ce_id: event.id,
      ce_type: event.type,
      ce_source: event.source,
      ce_subject: event.subject,
    });
  });
});
