import type { RowDifference } from '@qianshou/kernel';
import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import type { RoomKind } from '../../domain/reference/haves.ts';
import type { Site } from '../../domain/station/site.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationRow } from './station-row.ts';

/** What changes each column of a station that is recorded already; what has no operation stands. */
export const CHANGED_BY = {
  siteSource: 'recordSite',
  address: 'recordSite',
  areaSqm: 'recordSite',
  caseRooms: byAdding,
  groupRooms: byAdding,
  multiRooms: byAdding,
  openedOn: byOpening,
  checkedOn: 'checkStation',
  checkerOrganisation: 'checkStation',
  haves: 'checkStation',
} as const;

/** Rooms are added; none is taken away. */
function byAdding({ said, stands }: RowDifference): string | null {
  return Number(said) > Number(stands ?? 0) ? 'addRooms' : null;
}

/** A station opens once: on which day it did is changed by nothing. */
function byOpening({ stands }: RowDifference): string | null {
  return stands === null ? 'requestAcceptance, checkStation, openStation' : null;
}

interface Operators {
  readonly operators: ReadonlyMap<string | null, AgencyReplica>;
}

/** Every column in which the file says something else than the record. */
export function compareStation(row: StationRow, station: Station, { operators }: Operators) {
  const { signage, operatorCreditCode, operationMode } = row;
  return {
    signage: [signage, station.signage],
    operationMode: [operationMode, station.operationMode],
    ...operatorOf(operatorCreditCode, station, operators),
    ...sitesOf(row.site, station.site),
    ...roomsOf(row, station),
    ...openingOf(row, station),
  } as const;
}

function sitesOf(said: Site | null, stands: Site | null) {
  const { source, address, areaSqm } = stands ?? NO_SITE;
  if (said === null) return {};
  return {
    siteSource: [said.source, source],
    address: [said.address, address],
    areaSqm: [inWords(said.areaSqm), inWords(areaSqm)],
  } as const;
}

const NO_SITE = { source: null, address: null, areaSqm: null } as const;

function operatorOf(code: string | null, { operatorAgencyId }: Station, operators: Operators['operators']) {
  const said = operators.get(code)?.id ?? null;
  const stands = [...operators.values()].find(({ id }) => id === operatorAgencyId)?.creditCode;
  return said === operatorAgencyId
    ? {}
    : { operatorCreditCode: [said === null ? null : code, stands ?? operatorAgencyId] as const };
}

function roomsOf({ rooms }: StationRow, station: Station) {
  const counts = (kind: RoomKind) =>
    [rooms, station.rooms].map((all) => String(all.filter((room) => room.kind === kind).length));
  const compared = (kind: RoomKind) => {
    const [said = '0', stands = '0'] = counts(kind);
    return [said, stands] as const;
  };
  return {
    caseRooms: compared('CASE_ROOM'),
    groupRooms: compared('GROUP_ROOM'),
    multiRooms: compared('MULTI_ROOM'),
  };
}

/** By the check that let it open, or the latest before it opens. */
function openingOf({ opening }: StationRow, { openedOn, checks }: Station) {
  if (opening === null) return {};
  const check = checks.find(({ result }) => result === 'PASSED') ?? checks.at(-1) ?? NO_CHECK;
  const found = check.items.flatMap(({ have, met }) => (met ? [have] : []));
  return {
    openedOn: [opening.openedOn, openedOn],
    checkedOn: [opening.checkedOn, check.checkedOn],
    checkerOrganisation: [opening.checkerOrganisation, check.checkerOrganisation],
    haves: [sorted(opening.found), sorted(found)],
  } as const;
}

const NO_CHECK = { checkedOn: null, checkerOrganisation: null, items: [] } as const;

function sorted(values: readonly string[]): string {
  return values.toSorted().join(';');
}

function inWords(count: number | null): string | null {
  return count === null ? null : String(count);
}
