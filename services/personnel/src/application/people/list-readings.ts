import { type Actor, hasRole, type Page, type PageRequest } from '@qianshou/kernel';
import { auditedBy } from '../../domain/policy.ts';
import type { WorkerId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import type { PersonalDataReading, ReadingFilter } from './ports.ts';

type Readings = Pick<Ports, 'readings'>;

/** PER-16: who read what of whom, for whoever audits the county. */
export const listPersonalDataReadings =
  ({ readings }: Readings) =>
  (filter: ReadingFilter, page: PageRequest, actor: Actor): Promise<Page<PersonalDataReading>> =>
    readings.list(hasRole(actor, ['ADMIN']) ? null : auditedBy(actor), filter, page);

/** The same of one person, for that person. */
export const listReadingsOf =
  ({ readings }: Readings) =>
  (
    filter: ReadingFilter & { readonly workerId: WorkerId },
    page: PageRequest,
  ): Promise<Page<PersonalDataReading>> =>
    readings.list(null, filter, page);
