import {
  type AskedUpdate,
  type Change,
  chinaDay,
  hasRole,
  type ImportKind,
  importKind,
  isCreditCodeChecked,
  knownRow,
  newRow,
  type UnifiedSocialCreditCode,
} from '@qianshou/kernel';
import { type Agency, isUnconfirmed, register, revise } from '../../domain/agency/agency.ts';
import type { AgencyRevised } from '../../domain/agency/agency-events.ts';
import type { Capability } from '../../domain/agency/agency-capability.ts';
import { enterOver } from '../../domain/agency/agency-verification.ts';
import { agencyUnknown, creditCodeOverridden } from '../../domain/reference/errors.ts';
import { mayChangeStatus, mayEnterAgency } from '../../domain/agency/policy.ts';
import { AGENCY_COLUMNS, type AgencyRow, readAgencyRow } from './agency-columns.ts';
import { type ExitPorts, followExitOfRecipient } from '../exit/follow-exit.ts';
import { agencyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'agencies' | 'clock' | 'newId' | 'unitOfWork'> & ExitPorts;

type Registered = ReadonlyMap<UnifiedSocialCreditCode, Agency>;

/** Large enough to be fast, small enough that requests are answered in between. */
const ROWS_AT_ONCE = 500;

/** The registered agencies of a region, by their credit codes. */
export function importAgencies(ports: Deps): ImportKind {
  const { agencies, clock, newId } = ports;
  return importKind<AgencyRow, Registered, ReturnType<typeof register>, Revised>({
    name: 'AGENCIES',
    columns: AGENCY_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: (actor) => hasRole(actor, ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'ADMIN']),
    parse: (cells, tell) => {
      const row = readAgencyRow(cells);
      if (isCodeOverridden(row)) tell(creditCodeOverridden({ field: 'unifiedSocialCreditCode' }));
      return row;
    },
    keyOf: ({ unifiedSocialCreditCode }) => unifiedSocialCreditCode,
    load: async (rows) => {
      const codes = rows.map(({ unifiedSocialCreditCode }) => unifiedSocialCreditCode);
      return agencies.findByCreditCodes(codes);
    },
    decide: (row, registered, actor) => {
      mayEnterAgency(actor, row.homeRegionCode);
      const known = registered.get(row.unifiedSocialCreditCode);
      const today = chinaDay(clock.now());
      if (known === undefined) return newRow(register({ ...row, id: newId('agy') }, today));
      if (isUnconfirmed(known)) return newRow(enterOver(known, row, today));
      return knownRow(compared(row, known));
    },
    changedBy: CHANGED_BY,
    updates: {
      operations: ['reviseAgency'],
      decide: revised,
      save: (changes) => saveRevised(ports, changes),
    },
    save: agencies.saveMany,
  });
}

function isCodeOverridden({ unifiedSocialCreditCode, creditCodeReason }: AgencyRow): boolean {
  return creditCodeReason !== null && !isCreditCodeChecked(unifiedSocialCreditCode);
}

/** What an agency can do grows, and is attested anew; what its certificate says changes by a document alone. */
const REVISED = [
  'canDispatch',
  'canReceive',
  'canOperate',
  'evaluationGrade',
  'fullTimeStaff',
  'certifiedStaff',
  'focusAreas',
] as const;

type Revised = Change<Agency, AgencyRevised>;

/** What `reviseAgency` decides, of the columns that differ. */
function revised(row: AgencyRow, registered: Registered, { actor, columns }: AskedUpdate): Revised {
  const known = registered.get(row.unifiedSocialCreditCode);
  if (known === undefined)
    throw agencyUnknown({ field: 'unifiedSocialCreditCode', code: row.unifiedSocialCreditCode });
  mayChangeStatus(actor, known);
  const named = REVISED.filter((name) => columns.has(name)).map((name) => [name, row[name]] as const);
  const changes: Partial<Capability> = Object.fromEntries(named);
  return revise(known, { ...known, ...changes });
}

async function saveRevised(ports: Deps, changes: readonly Revised[]): Promise<void> {
  await ports.unitOfWork.hold(...changes.map(({ state }) => agencyKey(state.id)));
  await ports.agencies.saveMany(changes);
  for (const { state } of changes) await followExitOfRecipient(ports, state.id);
}

const CERTIFIED = [
  'name',
  'legalForm',
  'registrationAuthority',
  'registeredOn',
  'homeRegionCode',
  'mainBusinessIsSocialWork',
] as const;

const CHANGED_BY = Object.fromEntries([
  ...REVISED.map((name) => [name, 'reviseAgency']),
  ...CERTIFIED.map((name) => [name, 'changeAgencyRegistration']),
]);

function compared(row: AgencyRow, known: Agency) {
  return {
    name: [row.name, known.name],
    legalForm: [row.legalForm, known.legalForm],
    registrationAuthority: [row.registrationAuthority, known.registrationAuthority],
    registeredOn: [row.registeredOn, known.registeredOn],
    homeRegionCode: [row.homeRegionCode, known.homeRegionCode],
    mainBusinessIsSocialWork: [String(row.mainBusinessIsSocialWork), String(known.mainBusinessIsSocialWork)],
    canDispatch: [String(row.canDispatch), String(known.canDispatch)],
    canReceive: [String(row.canReceive), String(known.canReceive)],
    canOperate: [String(row.canOperate), String(known.canOperate)],
    evaluationGrade: [row.evaluationGrade, known.evaluationGrade],
    fullTimeStaff: [inWords(row.fullTimeStaff), inWords(known.fullTimeStaff)],
    certifiedStaff: [inWords(row.certifiedStaff), inWords(known.certifiedStaff)],
    focusAreas: [row.focusAreas.join(';'), known.focusAreas.join(';')],
  } as const;
}

function inWords(count: number | null): string | null {
  return count === null ? null : String(count);
}
