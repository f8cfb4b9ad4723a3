import {
  type CalendarDate,
  type Change,
  type Grounds,
  type PuttingRight,
  requireDifference,
  requireNotStruck,
  struckOut,
  type Struck,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import type { Workplace } from '../station/workplace.ts';
import { serviceRecordStruck } from './errors.ts';
import {
  type CountedBefore,
  countedService,
  type ServiceCorrection,
  type ServiceEntry,
  type ServiceRecord,
  type ServiceRecordEvent,
} from './service-record.ts';

/** What is not named stays as it is. */
export type CorrectedService = Partial<ServiceEntry & { readonly servedOn: CalendarDate }>;

/** Those who keep the records of a station record it; the bureau oversees them. */
export function puttingRight(record: ServiceRecord, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('AGENCY_MANAGER', record.townshipCode, record, asked);
}

/** A mistake is struck out, never rewritten: the sums take it back. */
export function strikeServiceRecord(
  record: ServiceRecord,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<ServiceRecord, ServiceRecordEvent> {
  requireNotStruck(record, serviceRecordStruck);
  const struck = struckOut(reason, today, evidence);
  return { state: { ...record, struck }, events: [{ type: 'service-record.struck' }] };
}

export interface ServiceCorrectionFacts extends Grounds {
  readonly station: Workplace;
  readonly today: CalendarDate;
}

/** It happened otherwise: judged as a new one, save that its station may have stopped working since. */
export function correctServiceRecord(
  record: ServiceRecord,
  corrected: CorrectedService,
  { reason, evidence, station, today }: ServiceCorrectionFacts,
): Change<ServiceRecord, ServiceRecordEvent> {
  requireNotStruck(record, serviceRecordStruck);
  const stood = { ...entryOf(record), servedOn: record.servedOn };
  requireDifference(stood, corrected);
  const { servedOn, ...entry } = { ...stood, ...corrected };
  const { corrections = [] } = record;
  const before = { on: today, reason, evidence, ...saidBefore(record) };
  const right = countedService(record.id, entry, { station, servedOn, today });
  const { version, recorded } = record;
  return {
    state: {
      ...right,
      version,
      ...(recorded === undefined ? {} : { recorded }),
      corrections: [...corrections, before],
    },
    events: [{ type: 'service-record.corrected', before: countedBefore(record) }],
  };
}

function entryOf({ entryNo, service, method, beneficiaryGroup, ...record }: ServiceRecord): ServiceEntry {
  const { partners, persons, minutes, workerIds, note } = record;
  const hours = minutes / 60;
  return {
    entryNo,
    service,
    method,
    beneficiaryGroup,
    partners: partners ?? [],
    persons,
    hours,
    workerIds,
    note,
  };
}

function countedBefore(record: ServiceRecord): CountedBefore {
  const { servedOn, domain, method, beneficiaryGroup, persons, minutes } = record;
  return { servedOn, domain, method, beneficiaryGroup, persons, minutes };
}

function saidBefore(record: ServiceRecord): Omit<ServiceCorrection, keyof Struck> {
  const { service, partners } = record;
  return { service, partners, ...countedBefore(record) };
}
