import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventCatalogue } from './catalogue/index.ts';
import { decodeEvent, encodeEvent } from './codec.ts';
import type { EventDefinition } from './define-event.ts';
import { type EventEnvelope, envelopeOf, parseKnownEvent } from './envelope.ts';

/** As any event: a union of all of them is more than TypeScript multiplies out. */
const catalogue: readonly EventDefinition[] = eventCatalogue;
const definitions = fc.constantFrom(...catalogue);
const text = fc.string({ minLength: 1, unit: 'grapheme' });

const events: fc.Arbitrary<EventEnvelope> = fc
  .record({
    definition: definitions,
    id: fc.uuid({ version: 7 }),
    time: fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    aggregateId: text,
    sequence: fc.integer({ min: 1, max: 1e9 }),
    regionCode: fc.constantFrom(null, '420581'),
    correlationId: text,
    causationId: fc.option(fc.uuid({ version: 7 }), { nil: undefined }),
    traceparent: fc.option(text, { nil: undefined }),
  })
  .map(({ definition, ...fact }) => envelopeOf({ ...fact, type: definition.type, data: definition.example }));

describe('the codec', () => {
  it('gives back exactly what was put in, whatever the ids, times and texts', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(decodeEvent(encodeEvent(event).value)).toEqual(event);
      }),
    );
  });

  it('takes an id as it is, a line separator in it included', () => {
    const [event] = fc.sample(events, 1);
    const odd = { ...(event as EventEnvelope), subject: 'station/\u2028' };

    expect(decodeEvent(encodeEvent(odd).value)).toEqual(odd);
  });

  it('keys a message by its aggregate and routes it to the topic of its service', () => {
    fc.assert(
      fc.property(events, (event) => {
        const { key, topic } = encodeEvent(event);
        expect(key).toBe(event.partitionkey);
        expect(topic).toBe(`qianshou.${event.source.slice('/qianshou/'.length)}.v1`);
      }),
    );
  });

  it('refuses bytes that are no event, without hanging or guessing', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => decodeEvent(bytes)).toThrow();
      }),
    );
  });

  it('refuses JSON that is no envelope', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() => decodeEvent(Buffer.from(json))).toThrow();
      }),
    );
  });

  it('refuses text that is not valid UTF-8', () => {
    const [definition] = eventCatalogue;
    const value = Buffer.from(fc.sample(events, 1).map((event) => encodeEvent(event).value)[0] ?? []);
    value[value.indexOf(definition.type.slice(0, 1))] = 0xff;

    expect(() => decodeEvent(value)).toThrow();
  });

  it('lets attributes pass that it does not know', () => {
    const [event] = fc.sample(events, 1);

    const decoded = decodeEvent(Buffer.from(JSON.stringify({ ...event, comesinayear: 'yes' })));

    expect(decoded).toEqual(event);
  });
});

describe('parsing a known event', () => {
  it('answers null for a type that this build does not know', () => {
    const [event] = fc.sample(events, 1);

    expect(event && parseKnownEvent({ ...event, type: 'qianshou.station.painted.v9' })).toBeNull();
  });

  it('lets fields pass that were added later, and leaves them out', () => {
    fc.assert(
      fc.property(events, (event) => {
        const later = { ...event, data: { ...(event.data as object), addedLater: true } };

        expect(parseKnownEvent(later)?.data).toEqual(event.data);
      }),
    );
  });

  it('refuses data without a field that it relies on', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(() => parseKnownEvent({ ...event, data: {} })).toThrow();
      }),
    );
  });
});

describe('an envelope', () => {
  it('is refused with more than 256 KiB of data', () => {
    const definition = eventCatalogue.find(({ type }) => type === 'qianshou.pairing.agency-registered.v1');
    const data = { ...definition?.example, name: '名'.repeat(100_000) };
    const [{ id, correlationid } = { id: '', correlationid: '' }] = fc.sample(events, 1);
    const fact = { id, time: new Date(), aggregateId: 'agy', sequence: 1, regionCode: null };

    expect(() =>
      envelopeOf({
        ...fact,
        type: 'qianshou.pairing.agency-registered.v1',
        correlationId: correlationid,
        data,
      }),
    ).toThrow(/bytes of data/);
  });
});
