import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  countyOf,
  type ImportKind,
  importKind,
  knownRow,
  type NewId,
  newRow,
  type RegionCode,
  type RowDecision,
} from '@qianshou/kernel';
import { stationNotFound } from '../../domain/station/errors.ts';
import { canTakeOverSomewhere, mayTakeOver } from '../../domain/policy.ts';
import {
  inOrder,
  recordService,
  type ServiceRecord,
  type ServiceRecordEvent,
} from '../../domain/service-record/service-record.ts';
import type { Workplace } from '../../domain/station/workplace.ts';
import type { Ports } from '../ports.ts';
import {
  readServiceRecordRow,
  SERVICE_RECORD_COLUMNS,
  type ServiceRecordRow,
} from './service-record-columns.ts';

type Recorded = Change<ServiceRecord, ServiceRecordEvent>;

interface Facts {
  readonly stations: ReadonlyMap<RegionCode, Workplace>;
  readonly standing: ReadonlyMap<string, ServiceRecord>;
}

const ROWS_AT_ONCE = 1_000;

/** What stations did before it was entered here: in counts, each record under the number of the station's books. */
export function importServiceRecords(ports: Ports): ImportKind {
  const { serviceRecords, clock, newId } = ports;
  return importKind<ServiceRecordRow, Facts, Recorded>({
    name: 'SERVICE_RECORDS',
    columns: SERVICE_RECORD_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canTakeOverSomewhere,
    parse: readServiceRecordRow,
    keyOf,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(row, facts, actor, { newId, today: chinaDay(clock.now()) }),
    changedBy: CHANGED_BY,
    save: serviceRecords.saveMany,
  });
}

function keyOf({ townshipCode, entryNo }: Pick<ServiceRecord, 'townshipCode' | 'entryNo'>): string {
  return `${townshipCode}/${entryNo}`;
}

async function load({ stations, serviceRecords }: Ports, rows: readonly ServiceRecordRow[]): Promise<Facts> {
  const workplaces = await stations.findWorkplaces(rows.map(({ townshipCode }) => townshipCode));
  const byUnit = new Map(workplaces.map((station) => [station.townshipCode, station]));
  const filed = rows.flatMap(({ townshipCode, entryNo }) => {
    const station = byUnit.get(townshipCode);
    return station === undefined ? [] : [{ stationId: station.id, entryNo }];
  });
  const records = await serviceRecords.findByEntryNos(filed);
  return { stations: byUnit, standing: new Map(records.map((record) => [keyOf(record), record])) };
}

function decide(
  row: ServiceRecordRow,
  facts: Facts,
  actor: Actor,
  { newId, today }: { readonly newId: NewId; readonly today: CalendarDate },
): RowDecision<Recorded> {
  const { townshipCode, servedOn, ...entry } = row;
  mayTakeOver(actor, countyOf(townshipCode));
  const station = facts.stations.get(townshipCode);
  if (station === undefined) throw stationNotFound({ field: 'townshipCode', id: townshipCode });
  const standing = facts.standing.get(keyOf(row));
  if (standing !== undefined) return knownRow(compared(row, standing));
  return newRow(recordService(newId('srv'), entry, { station, servedOn, today }));
}

/** A record in counts is struck and entered again: nothing of it is overwritten. */
const CHANGED_BY = Object.fromEntries(
  ['servedOn', 'service', 'method', 'beneficiaryGroup', 'partners', 'persons', 'hours', 'note'].map(
    (name) => [name, 'strikeServiceRecord, recordServices'],
  ),
);

function compared(row: ServiceRecordRow, record: ServiceRecord) {
  return {
    servedOn: [row.servedOn, record.servedOn],
    service: [row.service, record.service],
    method: [row.method, record.method],
    beneficiaryGroup: [row.beneficiaryGroup, record.beneficiaryGroup],
    partners: [
      row.partners.length === 0 ? null : inOrder(row.partners).join(';'),
      record.partners?.join(';') ?? null,
    ],
    persons: [String(row.persons), String(record.persons)],
    hours: [String(row.hours), String(record.minutes / 60)],
    note: [row.note, record.note],
  } as const;
}
