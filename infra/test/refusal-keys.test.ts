import { placesIn } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { declaredErrors } from '../local/error-codes.ts';

/** By what people know a thing that has an id. */
const KEYS =
  /^no$|(Names?|No|Code|Title|Number)$|^(source|validFrom|startsOn|arrivedOn|gradedYear|countyCode|region)$/;

/** Messages that say an id beside nothing that people know, and why. */
const WITHOUT_KEY: Readonly<Record<string, string>> = {
  NOT_KNOWN_HERE_YET: 'nothing but the id has been heard of it',
  INTERNAL_SERVER_ERROR: 'the correlation id is what people quote',
  BUDGET_PAYMENTS_OPEN: 'a payment has no key but its id',
  PAYMENT_ALREADY_OPEN: 'a payment has no key but its id',
  JOURNAL_REVERSAL_REVERSED: 'an entry has no key but its id',
  POSTING_WORKER_ALREADY_FULL_TIME: 'a posting has no key but its id, and nobody is named',
  STATION_POSTING_NOT_THERE:
    'a posting has no key but its id, and nobody is named; the caller named these ids',
  CENTRE_POSTING_NOT_THERE:
    'a posting has no key but its id, and nobody is named; the caller named these ids',
  ENROLMENT_EXISTS: 'nobody is named',
  WORKER_HAS_NO_SEAT: 'nobody is named',
  ENROLMENT_NOT_IN_CLASS: 'an enrolment has no key but its id, and nobody is named',
  ENROLMENT_NOT_SEATED: 'an enrolment has no key but its id, and nobody is named',
  ENROLMENT_OUTSIDE_AUDIENCE: 'nobody is named',
  TRAINING_ATTENDANCE_NOT_RECORDED: 'an enrolment has no key but its id, and nobody is named',
  TRAINING_ATTENDANCE_RECORDED_ALREADY: 'an enrolment has no key but its id, and nobody is named',
  ENROLMENT_WITHOUT_POSTING: 'nobody is named',
};

/** What the caller asked for by an id, and is not there, has none but that. */
const isAsked = (code: string) => code.endsWith('_NOT_FOUND');

const definitions = (await declaredErrors()).flatMap((section) => section.definitions);

/** Which messages say an id, and no key of what it means. */
function idsAlone(template: string): boolean {
  const names = placesIn(template).map(({ name }) => name);
  return names.some((name) => /^id$|Ids?$/.test(name)) && !names.some((name) => KEYS.test(name));
}

describe('what a refusal calls the things that it speaks of', () => {
  it('is what people know them by, or why there is no such thing is written down', () => {
    const alone = definitions.filter(
      ({ code, en, zh }) => !isAsked(code) && (idsAlone(en) || idsAlone(zh)) && !(code in WITHOUT_KEY),
    );

    expect(definitions.length).toBeGreaterThan(200);
    expect(alone.map(({ code, en }) => `${code}: ${en}`)).toEqual([]);
  });

  it('is listed as an id alone only where it still is one', () => {
    const said = new Map(definitions.map(({ code, en }) => [code, en]));

    expect(Object.keys(WITHOUT_KEY).filter((code) => !idsAlone(said.get(code) ?? ''))).toEqual([]);
  });

  it('is never an id of an agency, which has a name', () => {
    const agencies = definitions.filter(({ en, zh }) => /\{\w*[aA]gencyIds?[}:]/.test(en + zh));

    expect(agencies.map(({ code }) => code)).toEqual([]);
  });
});
