import type { CalendarDate } from '@qianshou/kernel';
import {
  certificateNo,
  certificateSeries,
  type Issue,
} from '../../domain/certificate/training-certificate.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { Ports } from '../ports.ts';

type NewCertificate = Omit<Issue, 'hours'>;

/** The next numbers of the series of a class and a year (TRA-6), each with its id and check. */
export async function newCertificates(
  { certificates, newId }: Pick<Ports, 'certificates' | 'newId'>,
  group: TrainingClass,
  issuedOn: CalendarDate,
  count: number,
): Promise<readonly NewCertificate[]> {
  if (count === 0) return [];
  const series = certificateSeries(group, issuedOn);
  const first = await certificates.reserveNumbers(series, count);
  return Array.from({ length: count }, (_each, at) => ({
    id: newId('tct'),
    no: certificateNo(series, first + at),
    issuedOn,
    check: newCheck(newId),
  }));
}

/** The end of an id is drawn by lot: 48 bits, which nobody tries through. */
export function newCheck(newId: Ports['newId']): string {
  return newId('tct').slice(-12).toUpperCase();
}
