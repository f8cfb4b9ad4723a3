import {
  type Actor,
  levelOf,
  NATION,
  type Page,
  type PageRequest,
  prefectureOf,
  type RegionCode,
} from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import {
  agenciesOf,
  canReadServicesWithin,
  mayReadServices,
  mayReadServicesOf,
} from '../../domain/policy.ts';
import { serviceRecordsUnbounded } from '../../domain/service-record/errors.ts';
import type { ServiceRecord } from '../../domain/service-record/service-record.ts';
import { ALL_CHILDREN } from '../reference/ports.ts';
import type { ServiceRecordFilter, ServiceRecordPlace } from './ports.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'stations' | 'regions' | 'serviceRecords'>;

export interface ServiceRecordQuestion extends ServiceRecordFilter {
  readonly stationId: StationId | null;
  readonly within: RegionCode | null;
}

/** The records of a station or of a region, newest first. */
export const listServiceRecords =
  (ports: Deps) =>
  async (
    { stationId, within, ...filter }: ServiceRecordQuestion,
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<ServiceRecord>> => {
    const place =
      stationId === null
        ? await placeInRegion(ports, within, actor)
        : await placeAtStation(ports, { stationId, within }, actor);
    return ports.serviceRecords.list(place, filter, 'DESC', page);
  };

async function placeAtStation(
  { stations }: Deps,
  { stationId, within }: Pick<ServiceRecordPlace, 'within'> & { readonly stationId: StationId },
  actor: Actor,
): Promise<ServiceRecordPlace> {
  mayReadServices(actor, await stations.get(stationId));
  return { kind: 'STATION', stationId, within };
}

async function placeInRegion(
  ports: Deps,
  within: RegionCode | null,
  actor: Actor,
): Promise<ServiceRecordPlace> {
  if (within === null || within === NATION) throw serviceRecordsUnbounded();
  const stationIds = await readableStations(ports, within, actor);
  return { kind: 'REGION', within, prefectures: await prefecturesOf(ports, within), stationIds };
}

/** Null: all of the region. */
async function readableStations(
  { stations }: Deps,
  within: RegionCode,
  actor: Actor,
): Promise<readonly StationId[] | null> {
  if (canReadServicesWithin(actor, within)) return null;
  const own = await stations.findOperated(agenciesOf(actor), within);
  mayReadServicesOf(own);
  return own;
}

/** More than a province has; the frozen division codes have at most 21. */
const ALL_AT_ONCE = { first: 100, after: null };

async function prefecturesOf({ regions }: Deps, within: RegionCode): Promise<readonly RegionCode[]> {
  if (levelOf(within) !== 'PROVINCE') return [prefectureOf(within)];
  const { items } = await regions.listChildren(within, ALL_CHILDREN, 'ASC', ALL_AT_ONCE);
  return items.map(({ node }) => node.id);
}
