import {
  type Actor,
  type CalendarDate,
  chinaDay,
  DEFAULT_SUPERVISIONS_PER_QUARTER,
  isWithin,
  type Page,
  type RegionCode,
} from '@qianshou/kernel';
import { reachOf } from '../../domain/policy.ts';
import { dueOf, quarterOf, type SupervisionDue } from '../../domain/supervision/supervision-due.ts';
import type { SupervisionSession } from '../../domain/supervision/supervision-session.ts';
import type { Ports } from '../ports.ts';
import type { SupervisionFilter, SupervisionPaging } from './ports.ts';

/** The offices of the region, whoever runs the station, whoever supervised it. */
export const listSupervisions =
  ({ supervisions, clock }: Pick<Ports, 'supervisions' | 'clock'>) =>
  (
    filter: SupervisionFilter,
    paging: Omit<SupervisionPaging, 'today'>,
    actor: Actor,
  ): Promise<Page<SupervisionSession>> =>
    supervisions.list(filter, reachOf(actor), { ...paging, today: chinaDay(clock.now()) });

type DueDeps = Pick<Ports, 'operatedSites' | 'policies' | 'supervisions' | 'clock'>;

/** TRA-8: stations of a county whose quarter lacks supervision, as far as this caller may see them. */
export const listDueSupervision =
  ({ operatedSites, policies, supervisions, clock }: DueDeps) =>
  async (
    countyCode: RegionCode,
    day: CalendarDate | null,
    actor: Actor,
  ): Promise<readonly SupervisionDue[]> => {
    const today = chinaDay(clock.now());
    const quarter = quarterOf(day ?? today);
    const stations = await operatedSites.stationsOf(countyCode, quarter.from);
    const reach = reachOf(actor);
    const seen = stations.filter(
      ({ operatorAgencyId }) =>
        reach.everything ||
        reach.regions.some((region) => isWithin(countyCode, region)) ||
        (operatorAgencyId !== null && reach.agencies.includes(operatorAgencyId)),
    );
    const ruling = await policies.inForce(countyCode, today < quarter.to ? today : quarter.to);
    const target = ruling?.supervisionsPerQuarter ?? DEFAULT_SUPERVISIONS_PER_QUARTER;
    const held = await supervisions.countOf(countyCode, quarter);
    return dueOf(seen, held, { ...quarter, target, today });
  };
