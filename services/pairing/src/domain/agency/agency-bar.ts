import type { Change } from '@qianshou/kernel';
import type { Agency } from './agency.ts';
import type { AgencyBarLifted, AgencyBarredForYear } from './agency-events.ts';

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

/** No bar is shed by a second entry: what bars the one bars the other. */
export function takeBars(kept: Agency, dropped: Agency): Change<Agency, AgencyBarredForYear> {
  const { bars: own = [], barredYears } = kept;
  const fresh = (dropped.bars ?? []).filter(
    (bar) => !own.some(({ year, evaluationId }) => year === bar.year && evaluationId === bar.evaluationId),
  );
  const unnamed = dropped.barredYears.filter(
    (year) => ![...barredYears, ...fresh.map((bar) => bar.year)].includes(year),
  );
  const years = [...fresh.map(({ year }) => year), ...unnamed];
  return {
    state: { ...kept, bars: [...own, ...fresh], barredYears: [...new Set([...barredYears, ...years])] },
    events: years.map((year) => ({ type: 'agency.barred-for-year', agencyId: kept.id, year })),
  };
}

function otherBars({ bars = [] }: Agency, evaluationId: string): NonNullable<Agency['bars']> {
  return bars.filter((bar) => bar.evaluationId !== evaluationId);
}
