import { type CalendarDate, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aMember, anId, anOperatingStation, aPlannedStation, TODAY } from '../../../test/builders.ts';
import { MECHANISMS, REGIMES } from '../reference/haves.ts';
import { missingDocuments, missingStaff, whatIsMissing } from './haves-of-station.ts';
import { closeStation } from './station-life-cycle.ts';
import {
  addRooms,
  addStaff,
  fileDocuments,
  logActivity,
  recordSite,
  removeStaff,
} from './station-preparation.ts';

const site = {
  source: 'CIVIL_AFFAIRS_OFFICE',
  address: publicText('演示路 1 号', 'address'),
  areaSqm: 80,
} as const;
const withCode = (code: string) => expect.objectContaining({ code });

describe('preparing a station', () => {
  it('is planned until it has a site, ready with a site, staffed with head and resident', () => {
    const ready = recordSite(aPlannedStation(), site).state;
    const headed = addStaff(ready, aMember('STATION_HEAD', 1)).state;
    const staffed = addStaff(headed, aMember('RESIDENT', 2)).state;

    expect([ready.status, headed.status, staffed.status]).toEqual(['SITE_READY', 'SITE_READY', 'STAFFED']);
  });

  it('stays planned with people but without a site', () => {
    const people = [aMember('STATION_HEAD', 1), aMember('RESIDENT', 2)];

    expect(addStaff(aPlannedStation({ staff: people }), aMember('DEPUTY_HEAD', 3)).state.status).toBe(
      'PLANNED',
    );
  });

  it('falls back when the resident leaves', () => {
    const staff = [aMember('STATION_HEAD', 1), aMember('RESIDENT', 2)];
    const staffed = aPlannedStation({ status: 'STAFFED', site, staff });

    expect(removeStaff(staffed, anId('pst', 2)).state.status).toBe('SITE_READY');
  });

  it('keeps an operating station operating when somebody leaves', () => {
    expect(removeStaff(anOperatingStation(), anId('pst', 2)).state.status).toBe('OPERATING');
  });

  it('moves the site of a station that operates, and waits for its check', () => {
    const { state, events } = recordSite(anOperatingStation(), site);

    expect(state).toMatchObject({ status: 'OPERATING', site, siteUnchecked: true });
    expect(whatIsMissing(state).SITE).toEqual(['SITE_CHECK']);
    expect(events).toEqual([{ type: 'station.siteReadied', siteSource: site.source, needsCheck: true }]);
  });

  it('asks for no check where only the area was wrong, or where the premises are only now entered', () => {
    const { site: former } = anOperatingStation();
    if (former === null) throw new Error('the builder has premises');
    const corrected = recordSite(anOperatingStation(), { ...former, areaSqm: 99 });
    const entered = recordSite(anOperatingStation({ site: null }), site);

    expect(corrected.state).toMatchObject({ siteUnchecked: false });
    expect(entered.state).toMatchObject({ siteUnchecked: false, site, status: 'OPERATING' });
  });

  it('moves no station that is closed', () => {
    const closed = closeStation(
      anOperatingStation(),
      { reason: publicText('演示', 'reason'), on: TODAY },
      TODAY,
    ).state;

    expect(() => recordSite(closed, site)).toThrow(withCode('STATION_CLOSED'));
  });

  it('takes a posting told of twice once', () => {
    const once = addStaff(aPlannedStation(), aMember('RESIDENT', 2)).state;

    expect(addStaff(once, aMember('RESIDENT', 2)).events).toEqual([]);
  });

  it('refuses a negative area and a day in the future', () => {
    const tomorrow = '2026-05-21' as CalendarDate;
    const room = { kind: 'CASE_ROOM', areaSqm: -1, capacity: null } as const;

    expect(() => addRooms(aPlannedStation(), [room])).toThrow(withCode('BAD_USER_INPUT'));
    expect(() => logActivity(aPlannedStation(), { heldOn: tomorrow, participants: 1 }, TODAY)).toThrow(
      withCode('DATE_IN_FUTURE'),
    );
  });
});

describe('STA-10 regimes and mechanisms', () => {
  const everything = [...REGIMES, ...MECHANISMS];
  const documentOf = (subject: (typeof everything)[number]) => ({
    subject,
    title: publicText(subject, 'title'),
    filedOn: TODAY,
  });

  it('are complete with six regimes and four mechanisms', () => {
    const { state } = fileDocuments(aPlannedStation(), everything.map(documentOf), TODAY);

    expect(everything).toHaveLength(10);
    expect(missingDocuments(state)).toEqual([]);
  });

  it.each(everything)('lack %s when its document alone is missing', (absent) => {
    const others = everything.filter((subject) => subject !== absent).map(documentOf);

    expect(missingDocuments({ documents: others })).toEqual([absent]);
  });

  it('keep one document a subject, the newest', () => {
    const first = fileDocuments(aPlannedStation(), [documentOf('FINANCE')], TODAY).state;
    const second = fileDocuments(
      first,
      [{ ...documentOf('FINANCE'), title: publicText('新版', 'title') }],
      TODAY,
    ).state;

    expect(second.documents.map(({ title }) => title)).toEqual(['新版']);
  });
});

describe('STA-11 staff', () => {
  const basic = [aMember('STATION_HEAD', 1), aMember('RESIDENT', 2)];

  it('is a head and a resident in an ordinary station', () => {
    expect(missingStaff({ staff: basic, tier: 'ORDINARY' })).toEqual([]);
    expect(missingStaff({ staff: [], tier: 'ORDINARY' })).toEqual(['STATION_HEAD', 'RESIDENT']);
  });

  it('is also a deputy head in a demonstration station', () => {
    expect(missingStaff({ staff: basic, tier: 'DEMONSTRATION' })).toEqual(['DEPUTY_HEAD']);
    expect(missingStaff({ staff: [...basic, aMember('DEPUTY_HEAD', 3)], tier: 'DEMONSTRATION' })).toEqual([]);
  });
});
