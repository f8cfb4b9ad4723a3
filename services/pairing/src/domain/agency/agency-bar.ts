import type { Change } from '@qianshou/kernel';
import type { Agency, AgencyBarLifted, AgencyBarredForYear } from './agency.ts';

/** PAIR-13: graded 不合格, the agency is not paired in the year after; told once for each evaluation that says so. */
export function barForYear(
  agency: Agency,
  year: number,
  evaluationId: string,
): Change<Agency, AgencyBarredForYear> {
  const told = agency.bars?.some((bar) => bar.year === year && bar.evaluationId === evaluationId);
  if (told === true) return { state: agency, events: [] };
  const bars = [...otherBars(agency, evaluationId), { year, evaluationId }];
  return {
    state: { ...agency, bars, barredYears: [...new Set([...agency.barredYears, year])] },
    events: [{ type: 'agency.barred-for-year', agencyId: agency.id, year }],
  };
}

/** The evaluation was struck out or says otherwise: the year is free again, unless another one bars it. */
export function liftBar(agency: Agency, year: number, evaluationId: string): Change<Agency, AgencyBarLifted> {
  const bars = otherBars(agency, evaluationId);
  const stillBarred = bars.some((bar) => bar.year === year);
  if (!agency.barredYears.includes(year)) return { state: agency, events: [] };
  const barredYears = stillBarred ? agency.barredYears : agency.barredYears.filter((each) => each !== year);
  return {
    state: { ...agency, bars, barredYears },
    events: [{ type: 'agency.bar-lifted', agencyId: agency.id, year, stillBarred }],
  };
}

function otherBars({ bars = [] }: Agency, evaluationId: string): NonNullable<Agency['bars']> {
  return bars.filter((bar) => bar.evaluationId !== evaluationId);
}
