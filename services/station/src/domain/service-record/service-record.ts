import {
  badInput,
  type CalendarDate,
  type Change,
  prefectureOf,
  refusePersonalMarks,
  type RegionCode,
  type Struck,
  type Versioned,
  wholeWithin,
} from '@qianshou/kernel';
import type { EntryNo } from './entry-number.ts';
import { dateInFuture } from '../reference/errors.ts';
import { stationStatusWrong } from '../station/errors.ts';
import { serviceHasNoPartners, serviceNotMeantSo } from './errors.ts';
import type { ServiceRecordId, StationId, WorkerId } from '../ids.ts';
import { serviceOf } from '../reference/service-catalogue.ts';
import {
  type BeneficiaryGroup,
  SERVICE_PARTNERS,
  type ServiceDomain,
  type ServiceMethod,
  type ServicePartner,
} from '../reference/service-values.ts';
import type { Workplace } from '../station/workplace.ts';

/** STA-12: a service in counts. Who was served is nowhere in it. */
export interface ServiceRecord extends Versioned {
  readonly id: ServiceRecordId;
  /** Null where the station keeps no number of its own. */
  readonly entryNo: EntryNo | null;
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** Where records of many stations are listed together. */
  readonly prefectureCode: RegionCode;
  readonly service: string;
  readonly domain: ServiceDomain;
  readonly method: ServiceMethod;
  readonly beneficiaryGroup: BeneficiaryGroup | null;
  /** In the order of the value set; null where none were named. */
  readonly partners: readonly ServicePartner[] | null;
  readonly servedOn: CalendarDate;
  readonly persons: number;
  readonly minutes: number;
  readonly workerIds: readonly WorkerId[];
  readonly note: string | null;
  /** Struck out as a mistake, with its reason; it counts no more, and it stays. */
  readonly struck: Struck | null;
  /** What it said before it was corrected, oldest first; absent in records of before. */
  readonly corrections?: readonly ServiceCorrection[];
}

/** What stood before a correction, and why it was corrected. */
export interface ServiceCorrection extends Struck, CountedBefore {
  readonly service: string;
  readonly partners: ServiceRecord['partners'];
}

/** What the sums of regions are kept by. */
export type CountedBefore = Pick<
  ServiceRecord,
  'servedOn' | 'domain' | 'method' | 'beneficiaryGroup' | 'persons' | 'minutes'
>;

export type ServiceRecordEvent =
  | { readonly type: 'service-record.recorded' }
  | { readonly type: 'service-record.struck' }
  | { readonly type: 'service-record.corrected'; readonly before: CountedBefore };

export interface ServiceEntry {
  readonly entryNo: EntryNo | null;
  readonly service: string;
  readonly method: ServiceMethod;
  readonly beneficiaryGroup: BeneficiaryGroup | null;
  readonly partners: readonly ServicePartner[];
  readonly persons: number;
  readonly hours: number;
  readonly workerIds: readonly WorkerId[];
  readonly note: string | null;
}

/** More than a day has is a mistake of the pen. */
const MOST_PERSONS = 100_000;
const MOST_HOURS = 1_000;

/** STA-12: entered on the day or later, by a station that works; text that points at a person is refused. */
export function recordService(
  id: ServiceRecordId,
  entry: ServiceEntry,
  day: ServiceDay,
): Change<ServiceRecord, ServiceRecordEvent> {
  const { status } = day.station;
  if (status !== 'OPERATING' && status !== 'RECTIFYING') {
    throw stationStatusWrong({ needed: ['OPERATING', 'RECTIFYING'], status });
  }
  return { state: countedService(id, entry, day), events: [{ type: 'service-record.recorded' }] };
}

export interface ServiceDay {
  readonly station: Workplace;
  readonly servedOn: CalendarDate;
  readonly today: CalendarDate;
}

/** What an entry comes to, whenever it is judged. */
export function countedService(
  id: ServiceRecordId,
  entry: ServiceEntry,
  { station, servedOn, today }: ServiceDay,
): ServiceRecord {
  if (servedOn > today) throw dateInFuture({ field: 'servedOn', day: servedOn, today });
  refuseImpossible(entry);
  if (entry.note !== null) refusePersonalMarks(entry.note, 'note');
  const { hours, ...counted } = entry;
  const domain = domainFor(entry);
  return {
    ...counted,
    id,
    version: 0,
    stationId: station.id,
    townshipCode: station.townshipCode,
    countyCode: station.countyCode,
    prefectureCode: prefectureOf(station.townshipCode),
    domain,
    partners: partnersOf(entry, domain),
    servedOn,
    minutes: hours * 60,
    struck: null,
  };
}

/** The catalogue says for whom and how a service is done. */
function domainFor({ service, method, beneficiaryGroup }: ServiceEntry): ServiceDomain {
  const { domain, groups, methods } = serviceOf(service);
  const isNamed = beneficiaryGroup !== null && groups.includes(beneficiaryGroup);
  const forGroup = groups.length === 0 || isNamed;
  if (!forGroup || !methods.includes(method))
    throw serviceNotMeantSo({ field: 'service', service, groups, methods });
  return domain;
}

/** 五社联动 belongs to grassroots governance: elsewhere a partner is a mistake of the pen. */
function partnersOf(
  { service, partners }: ServiceEntry,
  domain: ServiceDomain,
): readonly ServicePartner[] | null {
  if (partners.length === 0) return null;
  if (domain !== 'GRASSROOTS_GOVERNANCE') throw serviceHasNoPartners({ field: 'partners', service, domain });
  if (new Set(partners).size !== partners.length) {
    throw badInput({ field: 'partners', reason: { en: 'names a partner twice', zh: '同一主体重复填写' } });
  }
  return inOrder(partners);
}

/** So that two records of the same partners say so in the same words. */
export function inOrder(partners: readonly ServicePartner[]): readonly ServicePartner[] {
  return SERVICE_PARTNERS.filter((partner) => partners.includes(partner));
}

function refuseImpossible({ persons, hours, workerIds }: ServiceEntry): void {
  wholeWithin(persons, 'persons', 1, MOST_PERSONS);
  if (!Number.isInteger(hours * 4) || hours <= 0 || hours > MOST_HOURS) {
    throw badInput({
      field: 'hours',
      reason: {
        en: `expected quarters of an hour, up to ${MOST_HOURS}`,
        zh: `应以一刻钟为单位，不超过 ${MOST_HOURS}`,
      },
    });
  }
  if (new Set(workerIds).size !== workerIds.length) {
    throw badInput({ field: 'workerIds', reason: { en: 'names somebody twice', zh: '同一人员重复填写' } });
  }
}
