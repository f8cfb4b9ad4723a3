import {
  chinaDay,
  hasRole,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type UnifiedSocialCreditCode,
} from '@qianshou/kernel';
import { type Agency, register } from '../domain/agency.ts';
import { mayEnterAgency } from '../domain/policy.ts';
import { AGENCY_COLUMNS, type AgencyRow, readAgencyRow } from './agency-columns.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'agencies' | 'clock' | 'newId'>;

type Registered = ReadonlyMap<UnifiedSocialCreditCode, Agency>;

/** Large enough to be fast, small enough that requests are answered in between. */
const ROWS_AT_ONCE = 500;

/** The registered agencies of a region, by their credit codes. */
export function importAgencies({ agencies, clock, newId }: Deps): ImportKind {
  return importKind<AgencyRow, Registered, ReturnType<typeof register>>({
    name: 'AGENCIES',
    columns: AGENCY_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: (actor) => hasRole(actor, ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'ADMIN']),
    parse: readAgencyRow,
    keyOf: ({ unifiedSocialCreditCode }) => unifiedSocialCreditCode,
    load: async (rows) => {
      const codes = rows.map(({ unifiedSocialCreditCode }) => unifiedSocialCreditCode);
      const found = await agencies.findByCreditCodes(codes);
      return new Map(found.map((agency) => [agency.unifiedSocialCreditCode, agency]));
    },
    decide: (row, registered, actor) => {
      mayEnterAgency(actor, row.homeRegionCode);
      const known = registered.get(row.unifiedSocialCreditCode);
      if (known !== undefined) return knownRow(compared(row, known));
      return newRow(register({ ...row, id: newId('agy') }, chinaDay(clock.now())));
    },
    save: agencies.saveMany,
  });
}

/** What the certificate says, not what changes as the agency grows. */
function compared(row: AgencyRow, known: Agency) {
  return {
    name: [row.name, known.name],
    legalForm: [row.legalForm, known.legalForm],
    registrationAuthority: [row.registrationAuthority, known.registrationAuthority],
    registeredOn: [row.registeredOn, known.registeredOn],
    homeRegionCode: [row.homeRegionCode, known.homeRegionCode],
  } as const;
}
