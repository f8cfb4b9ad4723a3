import fc from 'fast-check';
import { addDays } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { A_SPAN, TODAY } from '../../../test/builders.ts';
import { A_REPORT_ID, aRecord, day } from '../../../test/work-builders.ts';
import { acceptReport, reportable, reportContent, returnReport, submitReport } from './progress-report.ts';
import { reportPeriods } from './report-period.ts';
import { DEFAULT_POLICY } from '../scheme/scheme-policy.ts';

const periods = reportPeriods(A_SPAN, DEFAULT_POLICY);
const refused = (code: string) => expect.objectContaining({ code });
const content = { figures: [], problems: null };
const facts = { id: A_REPORT_ID, record: aRecord(), earlier: null, today: TODAY };
const submitted = () => submitReport(reportable(periods, 1, TODAY), reportContent(content), facts);

describe('the periods of report', () => {
  it('cut the pairing’s days by months; the last one ends with the pairing', () => {
    expect(periods.map(({ startsOn, endsOn, dueOn }) => [startsOn, endsOn, dueOn])).toEqual([
      ['2026-03-01', '2026-05-31', '2026-06-30'],
      ['2026-06-01', '2026-08-31', '2026-09-30'],
      ['2026-09-01', '2026-11-30', '2026-12-30'],
      ['2026-12-01', '2026-12-31', '2027-01-30'],
    ]);
  });

  it('follow each other without gap or overlap, whatever the span and the length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 1, max: 12 }),
        (days, reportMonths) => {
          const span = { startsOn: day('2026-01-31'), endsOn: addDays(day('2026-01-31'), days) };

          const cut = reportPeriods(span, { reportMonths, reportGraceDays: 0 });

          expect(cut[0]?.startsOn).toBe(span.startsOn);
          expect(cut.at(-1)?.endsOn).toBe(span.endsOn);
          for (const [at, { endsOn }] of cut.slice(0, -1).entries())
            expect(cut[at + 1]?.startsOn).toBe(addDays(endsOn, 1));
        },
      ),
    );
  });
});

describe('handing in a progress report', () => {
  it('is in time up to its last day, and late afterwards', () => {
    expect(submitted().events).toEqual([
      { type: 'report.submitted', reportId: A_REPORT_ID, period: 1, late: false, again: false },
    ]);
    const late = submitReport(reportable(periods, 1, TODAY), reportContent(content), {
      ...facts,
      today: day('2026-07-01'),
    });
    expect(late.events).toMatchObject([{ late: true }]);
  });

  it('is refused before the period is over, and for a period that there is not', () => {
    expect(() => reportable(periods, 2, TODAY)).toThrow(refused('REPORT_TOO_EARLY'));
    expect(() => reportable(periods, 5, TODAY)).toThrow(refused('REPORT_PERIOD_UNKNOWN'));
    expect(() => reportable(periods, 0, TODAY)).toThrow(refused('REPORT_PERIOD_UNKNOWN'));
  });

  it('is refused twice, unless the first was sent back: then it is the same report', () => {
    const first = { ...submitted().state, version: 1 };
    const again = (earlier: typeof facts.earlier | object) =>
      submitReport(reportable(periods, 1, TODAY), reportContent(content), {
        ...facts,
        earlier: earlier as never,
      });

    expect(() => again(first)).toThrow(refused('REPORT_EXISTS'));
    const returned = { ...returnReport(first, '演示').state, version: 2 };
    expect(again(returned).state).toMatchObject({ id: first.id, version: 2, status: 'SUBMITTED' });
  });
});

describe('accepting and returning a report', () => {
  it('is done once', () => {
    const accepted = acceptReport(submitted().state, TODAY).state;

    expect(accepted).toMatchObject({ status: 'ACCEPTED', acceptedOn: TODAY });
    expect(() => acceptReport(accepted, TODAY)).toThrow(refused('REPORT_NOT_SUBMITTED'));
    expect(() => returnReport(accepted, '演示')).toThrow(refused('REPORT_NOT_SUBMITTED'));
  });
});
