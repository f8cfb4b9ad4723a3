import { describe, expect, it } from 'vitest';
import { serviceOf, SERVICES } from '../define-event.ts';
import { goldenLine, goldenLines } from '../docs/golden-corpus.ts';
import { decodeEvent } from '../codec.ts';
import { parseKnownEvent } from '../envelope.ts';
import { eventCatalogue } from './index.ts';

describe('the event catalogue', () => {
  it.each(eventCatalogue)('$type is named service, fact and major version', ({ type }) => {
    expect(type).toMatch(
      /^qianshou\.(pairing|station|personnel|training|funding|partners|insight)\.[a-z]+(-[a-z]+)*\.v[1-9]$/,
    );
  });

  it('names no type twice', () => {
    const types = eventCatalogue.map(({ type }) => type);

    expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
  });

  it.each(eventCatalogue)('$type carries ids, codes and counts, and nothing personal', ({ example }) => {
    const personal = /phone|idnumber|birth|address|email|gender/i;

    expect(Object.keys(example).filter((field) => personal.test(field))).toEqual([]);
  });
});

describe('the golden corpus', () => {
  it.each(SERVICES)('of %s parses, every line that was ever written', async (service) => {
    const lines = await goldenLines(service);

    for (const line of lines) {
      const event = decodeEvent(Buffer.from(line));
      expect(parseKnownEvent(event), event.type).not.toBeNull();
    }
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each(SERVICES)('of %s holds today’s examples (npm run generate adds new ones)', async (service) => {
    const lines = new Set(await goldenLines(service));
    const own = eventCatalogue.filter(({ type }) => serviceOf(type) === service);

    expect(own.filter((definition) => !lines.has(goldenLine(definition))).map(({ type }) => type)).toEqual(
      [],
    );
  });
});
