import { stationNotFound } from '../../domain/station/errors.ts';
import type { StationId } from '../../domain/ids.ts';
import type { Station } from '../../domain/station/station.ts';
import type { Context } from '../context.ts';

/** The station that a record belongs to. */
export async function stationOf(id: StationId, { loaders }: Context): Promise<Station> {
  const station = await loaders.station.load(id);
  if (station === null) throw stationNotFound({ id });
  return station;
}
