import type { CalendarDate, NameQuery, Page, PageRequest, RegionCode, RegionLevel } from '@qianshou/kernel';
import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import type { EnumLabel } from '../../domain/reference/enum-label.ts';
import type { AgencyId, WorkerId } from '../../domain/ids.ts';
import type { KeyCounty } from '../../domain/county/key-county.ts';
import type { PublishedFigure, Rule } from '../../domain/reference/reference.ts';
import type { Region } from '../../domain/reference/region.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';

/** Both ends included; null: open. */
export interface DaySpan {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export type { RepositoryOfMany as Repository } from '@qianshou/kernel';

/** By the day on which it happened. */
export type DayOrder = 'ASC' | 'DESC';

export interface RegionFilter {
  readonly within: RegionCode | null;
  readonly name: NameQuery | null;
  readonly level: readonly RegionLevel[] | null;
}

export interface ChildFilter extends RegionFilter {
  /** Also those that are. */
  readonly retired: boolean;
}

/** Every child that is or was. */
export const ALL_CHILDREN: ChildFilter = { within: null, name: null, level: null, retired: true };

export interface Regions {
  /** In the order of their codes. */
  readonly list: (
    filter: RegionFilter,
    direction: 'ASC' | 'DESC',
    page: PageRequest,
  ) => Promise<Page<Region>>;
  readonly get: (code: RegionCode) => Promise<Region>;
  readonly findMany: (codes: readonly RegionCode[]) => Promise<readonly (Region | null)[]>;
  readonly listChildren: (
    parent: RegionCode,
    filter: ChildFilter,
    direction: DayOrder,
    page: PageRequest,
  ) => Promise<Page<Region>>;
  /** What is gone is retired from the day on; what has another name is found by it. */
  readonly succeed: (change: Succession) => Promise<void>;
  readonly isImported: (fingerprint: string) => Promise<boolean>;
  /** What the file does not have any more is retired from the day on; what it has again is in use again. */
  readonly replaceAll: (regions: AsyncIterable<Region>, edition: Edition) => Promise<Replaced>;
}

export interface Succession {
  readonly from: readonly RegionCode[];
  readonly to: readonly RegionCode[];
  readonly name: string | null;
  readonly on: CalendarDate;
}

export interface Edition {
  readonly fingerprint: string;
  readonly on: CalendarDate;
  /** What was followed by now: an edition of before knows nothing of it. Asked once its regions are written. */
  readonly followed: () => Promise<readonly Succession[]>;
}

export interface Replaced {
  readonly rows: number;
  readonly retired: readonly RegionCode[];
}

export interface Agencies {
  /** @throws NOT_KNOWN_HERE_YET while pairing's event is on its way. */
  readonly get: (id: AgencyId) => Promise<AgencyReplica>;
  readonly findMany: (ids: readonly AgencyId[]) => Promise<readonly (AgencyReplica | null)[]>;
  /** Those that are known, in no order. */
  readonly findByCreditCodes: (codes: readonly string[]) => Promise<readonly AgencyReplica[]>;
  readonly put: (...agencies: readonly AgencyReplica[]) => Promise<void>;
  readonly change: (id: AgencyId, facts: Partial<Omit<AgencyReplica, 'id'>>) => Promise<void>;
  /** What names the one agency here names the other from now on. */
  readonly moveReferences: (from: AgencyId, to: AgencyId) => Promise<void>;
}

export interface Workers {
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly WorkerId[]) => Promise<readonly (WorkerReplica | null)[]>;
  readonly put: (...workers: readonly WorkerReplica[]) => Promise<void>;
}

/** The reference files, read row by row. */
export interface ReferenceFiles {
  readonly fingerprint: () => Promise<string>;
  /** Counts units that are out of scope as well, whether the file still has them or not: coverage leaves them out by name. */
  readonly regions: (outOfScope: readonly RegionCode[]) => AsyncIterable<Region>;
  readonly keyCounties: () => AsyncIterable<Omit<KeyCounty, 'version'>>;
  readonly rules: () => Promise<readonly Rule[]>;
  readonly publishedFigures: () => Promise<readonly PublishedFigure[]>;
  readonly enumLabels: () => Promise<readonly EnumLabel[]>;
}
