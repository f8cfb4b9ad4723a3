import { addDays, publicName, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, aPlannedStation, day, STATION_ID, TODAY } from '../../../test/builders.ts';
import { DEFAULT_STATION_RULES } from '../county/station-rules.ts';
import { correctVisit, followUpVisit, recordVisit, strikeVisit } from './station-visit.ts';
import { supervisionDue } from './supervision-due.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const terms = {
  id: anId('vis', 1),
  visitedOn: TODAY,
  visitor: publicName('演示中心', 'visitor'),
  findings: publicText('台账不全', 'findings'),
  followUpOn: addDays(TODAY, 30),
};
const why = { reason: publicText('误登', 'reason'), evidence: null };
const followUp = { on: TODAY, result: publicText('已补齐', 'result') };
const visit = recordVisit(terms, anOperatingStation(), TODAY).state;

describe('a visit of those who supervise a station', () => {
  it('waits for its follow-up, where it asks for one, once', () => {
    expect(visit.awaitsFollowUp).toBe(true);
    const followed = followUpVisit(visit, followUp, TODAY).state;

    expect(followed).toMatchObject({ awaitsFollowUp: false, followUp });
    expect(() => followUpVisit(followed, followUp, TODAY)).toThrow(
      withCode('STATION_VISIT_NOTHING_TO_FOLLOW'),
    );
  });

  it.each([
    [{ visitedOn: addDays(TODAY, 1) }, 'DATE_IN_FUTURE'],
    [{ followUpOn: TODAY }, 'DATES_OUT_OF_ORDER'],
    [{ followUpOn: addDays(TODAY, 800) }, 'BAD_USER_INPUT'],
  ])('is not recorded with %j', (changes, code) => {
    expect(() => recordVisit({ ...terms, ...changes }, anOperatingStation(), TODAY)).toThrow(withCode(code));
  });

  it('is struck out and corrected like every fact', () => {
    const struck = strikeVisit(visit, why, TODAY).state;
    const right = { ...why, today: TODAY };

    expect(struck).toMatchObject({ awaitsFollowUp: false, struck: { on: TODAY } });
    expect(() => strikeVisit(struck, why, TODAY)).toThrow(withCode('STATION_VISIT_STRUCK'));
    expect(() => followUpVisit(struck, followUp, TODAY)).toThrow(withCode('STATION_VISIT_STRUCK'));
    expect(() => correctVisit(visit, { visitedOn: TODAY }, right)).toThrow(withCode('CORRECTED_TO_THE_SAME'));
    expect(correctVisit(visit, { visitedOn: day('2026-01-05') }, right).state).toMatchObject({
      visitedOn: '2026-01-05',
      corrections: [{ visitedOn: TODAY, reason: '误登' }],
    });
  });
});

describe('when a station is to be visited', () => {
  const asked = { rules: { ...DEFAULT_STATION_RULES, visitDays: 30 }, today: day('2026-03-01') };
  const station = anOperatingStation({ openedOn: day('2026-01-01') });

  it('follows from its last visit, or from its opening, by the days of the county', () => {
    expect(supervisionDue([station, aPlannedStation()], new Map(), asked)).toEqual([
      { stationId: STATION_ID, lastVisitedOn: null, dueOn: '2026-01-31', overdue: true },
    ]);
    expect(supervisionDue([station], new Map([[STATION_ID, day('2026-02-20')]]), asked)).toMatchObject([
      { dueOn: '2026-03-22', overdue: false },
    ]);
  });
});
