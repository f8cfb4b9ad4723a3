import { definitionOf, eventCatalogue } from '@qianshou/events';
import { type Actor, NATION, type RegionCode, ROLES, type Role } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { disclosed, DISCLOSED_TYPES, fieldsDisclosedOf } from './disclosure.ts';
import { FEED_READERS, isWithinReach, reachOf } from './reader.ts';
import { EVERYTHING, seenBy, selectionOf } from './selection.ts';

const YIDU = '420581' as RegionCode;
const ELSEWHERE = '640522' as RegionCode;
const HUBEI = '420000' as RegionCode;

const holding = (role: Role, region?: RegionCode): Actor => ({
  subject: 'somebody',
  grants: [{ role, ...(region === undefined ? {} : { region }) }],
});
const eventOf = (type: string, regioncode: RegionCode = YIDU) => ({
  type,
  regioncode,
  correlationid: 'c',
  causationid: 'of something that nobody sees',
  traceparent: 't',
  data: definitionOf(type)?.example,
});

/** Of one person, of sums that the graph shows to few, of groups that may be one person. */
const NEVER =
  /worker|posting|enrolment|certificate|trainee|qualification|idNumber|beneficiary|persons|minutes|paid|payment|account|installments|correction|^by$|complaint/i;

describe('the table of what is told to partners', () => {
  it('names types and fields that there are', () => {
    const unknown = DISCLOSED_TYPES.flatMap((type) => {
      const definition = definitionOf(type);
      const shape = Object.keys((definition?.data as { shape?: object } | undefined)?.shape ?? {});
      const fields = fieldsDisclosedOf(type) ?? [];
      return fields.filter((field) => !shape.includes(field)).map((field) => `${type} ${field}`);
    });

    expect(unknown).toEqual([]);
  });

  it('names no person, no payment and no service to anybody', () => {
    const told = DISCLOSED_TYPES.flatMap((type) =>
      (fieldsDisclosedOf(type) ?? []).filter((field) => NEVER.test(field)).map((field) => `${type} ${field}`),
    );

    expect(told).toEqual([]);
    expect(
      DISCLOSED_TYPES.filter((type) => /^qianshou\.personnel\.|payment|service-record/.test(type)),
    ).toEqual([]);
  });
});

describe('every event of the catalogue, to every role', () => {
  const types = eventCatalogue.map(({ type }) => type);

  it.each(ROLES)('%s sees what is named for partners within its region, and nothing else', (role) => {
    const actor = holding(role, YIDU);
    const mayRead = FEED_READERS.includes(role);

    const seen = types.filter(
      (type) => mayRead && seenBy(reachOf(actor), EVERYTHING, eventOf(type)) !== null,
    );
    const beyond = types.filter(
      (type) => mayRead && seenBy(reachOf(actor), EVERYTHING, eventOf(type, ELSEWHERE)) !== null,
    );

    expect(seen.toSorted()).toEqual(mayRead ? DISCLOSED_TYPES : []);
    expect(beyond).toEqual([]);
    if (!mayRead) expect(() => reachOf(actor)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it.each(types)('%s leaves with the fields that are named, and without what it belongs to', (type) => {
    const event = disclosed(eventOf(type));

    if (event === null) return expect(fieldsDisclosedOf(type)).toBeNull();
    expect(
      Object.keys(event.data as object).filter((field) => !fieldsDisclosedOf(type)?.includes(field)),
    ).toEqual([]);
    expect(Object.keys(event).toSorted()).toEqual(['data', 'regioncode', 'type']);
  });
});

describe('who reads', () => {
  it.each(['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'ANALYST', 'PARTNER'] as const)(
    '%s without a region reads nothing',
    (role) => {
      expect(() => reachOf(holding(role))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    },
  );

  it('of one region is not told what happened nowhere in particular; of the nation, all', () => {
    expect(isWithinReach(reachOf(holding('PARTNER', HUBEI)), {})).toBe(false);
    expect(isWithinReach(reachOf(holding('PARTNER', HUBEI)), { regioncode: '420581103' })).toBe(true);
    expect(isWithinReach(reachOf(holding('PARTNER', NATION)), {})).toBe(true);
  });

  it('chooses within what they may see, never beyond it', () => {
    const reach = reachOf(holding('PARTNER', HUBEI));
    const chosen = selectionOf(['qianshou.station.*'], ELSEWHERE);

    expect(seenBy(reach, chosen, eventOf('qianshou.station.opened.v1', ELSEWHERE))).toBeNull();
    expect(
      seenBy(reach, selectionOf(['qianshou.pairing.*'], null), eventOf('qianshou.station.opened.v1')),
    ).toBeNull();
    expect(seenBy(reach, selectionOf([], YIDU), eventOf('qianshou.station.opened.v1'))).not.toBeNull();
  });

  it.each(['qianshou.funding.payment-made.v1', 'station.*', 'qianshou.personnel.*'])(
    'is told that nothing will ever come of %s',
    (pattern) => {
      expect(() => selectionOf([pattern], null)).toThrow(
        expect.objectContaining({ code: 'EVENT_TYPE_UNKNOWN' }),
      );
    },
  );
});
