import { stationStatusWrong } from './errors.ts';
import type { OpenedStation, Station } from './station.ts';

export const OPENED_STATUSES = ['OPERATING', 'RECTIFYING', 'SUSPENDED'] as const;

export function needOpened(station: Station): OpenedStation {
  const { status } = station;
  if (status === 'OPERATING' || status === 'RECTIFYING' || status === 'SUSPENDED') return station;
  throw stationStatusWrong({ needed: [...OPENED_STATUSES], status });
}
