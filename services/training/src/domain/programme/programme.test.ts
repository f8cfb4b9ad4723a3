import { describe, expect, it } from 'vitest';
import { aProgramme, now } from '../../../test/builders.ts';
import { SEEDED_PROGRAMMES } from './national-programmes.ts';
import { announceProgramme } from './programme.ts';

describe('announcing a programme', () => {
  it('tells its kind and hours', () => {
    const { events } = announceProgramme({ ...aProgramme('THEMATIC'), plannedHours: 40 }, now);

    expect(events).toEqual([
      {
        type: 'programme.announced',
        programmeId: aProgramme().id,
        kind: 'THEMATIC',
        plannedHours: 40,
      },
    ]);
  });

  it.each([
    { code: 'exam prep' },
    { code: 'AB' },
    { name: '' },
    { plannedHours: 0 },
    { passSettings: { attendancePercent: 101, score: 60 } },
    { passSettings: { attendancePercent: 80, score: -1 } },
  ])('refuses %o', (change) => {
    expect(() => announceProgramme({ ...aProgramme(), ...change }, now)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});

describe('TRA-1 the national trainings', () => {
  it('are seeded with their official names, without hours that nobody published', () => {
    const national = SEEDED_PROGRAMMES.filter(({ organiser }) => organiser === '中国社会工作联合会');

    expect(national.map(({ name }) => name)).toEqual([
      '社工师考前培训',
      '社会组织运营管理(初创期)',
      '社会组织运营管理(发展期)',
      '乡镇(街道)社工站运营实务',
    ]);
    expect(national.every(({ plannedHours }) => plannedHours === null)).toBe(true);
  });
});

describe('TRA-3 the settings of the seeded programmes', () => {
  it('are 80 % of the hours and a score of 60', () => {
    for (const { passSettings } of SEEDED_PROGRAMMES) {
      expect(passSettings).toEqual({ attendancePercent: 80, score: 60, makeUpDays: 30 });
    }
  });
});
