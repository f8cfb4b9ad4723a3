import type { StationTarget } from '../../application/station/decide-on-station.ts';
import { stationId } from '../../domain/ids.ts';

/** What every change of an existing station says: which one, and which version the caller read. */
export function target(input: {
  readonly stationId: string;
  readonly expectedVersion?: number | null | undefined;
}): StationTarget {
  return { stationId: stationId(input.stationId), expectedVersion: input.expectedVersion ?? null };
}
