import { figureKey, type RegionFigures } from '@qianshou/service-kit/figures';
import { monthsBetween } from '../domain/months.ts';
import { BENEFICIARY_GROUPS, SERVICE_DOMAINS, SERVICE_METHODS } from '../domain/service-values.ts';
import type { Context } from './context.ts';
import type { ServiceMonth } from './generated/resolvers.ts';

/** The sums of a region or of a station, each month one document that the events keep up. */
export function serviceMonths(
  of: string,
  { from, to }: { readonly from: string; readonly to: string },
  { loaders }: Context,
): Promise<ServiceMonth[]> {
  const months = monthsBetween(from, to);
  return Promise.all(
    months.map(async (month) => monthOf(month, await loaders.figures.load(figureKey(of, month)))),
  );
}

function monthOf(month: string, kept: RegionFigures | null): ServiceMonth {
  const read = (name: string): number => Number(kept?.figures[name] ?? 0);
  const sumOf = (dimension: string) => ({
    records: read(`${dimension}:records`),
    persons: read(`${dimension}:persons`),
    hours: read(`${dimension}:minutes`) / 60,
  });
  const isUsed = ({ records }: { readonly records: number }): boolean => records > 0;
  return {
    month,
    records: read('records'),
    persons: read('persons'),
    hours: read('minutes') / 60,
    byDomain: SERVICE_DOMAINS.map((domain) => ({ domain, ...sumOf(domain) })).filter(isUsed),
    byMethod: SERVICE_METHODS.map((method) => ({ method, ...sumOf(method) })).filter(isUsed),
    byGroup: BENEFICIARY_GROUPS.map((group) => ({ group, ...sumOf(group) })).filter(isUsed),
    asOf: kept?.asOf ?? null,
  };
}
