import { figureKey, type RegionFigures } from '@qianshou/service-kit/figures';
import { monthsBetween } from '../../domain/reference/months.ts';
import {
  BENEFICIARY_GROUPS,
  SERVICE_DOMAINS,
  SERVICE_METHODS,
} from '../../domain/reference/service-values.ts';
import { SHOWN } from '../../domain/service-record/shown-services.ts';
import type { Context } from '../context.ts';
import type { ServiceMonth } from '../generated/resolvers.ts';

interface Months {
  readonly from: string;
  readonly to: string;
  /** Whether the caller reads the records themselves: everybody else is shown the sums without small cells. */
  readonly whole: boolean;
}

/** The sums of a region or of a station, each month one document that the events keep up. */
export function serviceMonths(
  of: string,
  { from, to, whole }: Months,
  { loaders }: Context,
): Promise<ServiceMonth[]> {
  const months = monthsBetween(from, to);
  return Promise.all(
    months.map(async (month) => monthOf(month, await loaders.figures.load(figureKey(of, month)), whole)),
  );
}

function monthOf(month: string, kept: RegionFigures | null, whole: boolean): ServiceMonth {
  const { figures = {}, asOf = null } = kept ?? {};
  const read = (name: string): number => Number(figures[whole ? name : `${SHOWN}${name}`] ?? 0);
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
    suppressed: !whole && Number(figures['withheld'] ?? 0) > 0,
    asOf,
  };
}
