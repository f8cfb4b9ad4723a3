import { provinceOf, type RegionCode, type UnifiedSocialCreditCode } from '@qianshou/kernel';
import type { Agency } from '../../domain/agency/agency.ts';
import type { CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { Side } from '../../domain/application/eligibility.ts';
import { agencyUnknown, schemeAmbiguous, schemeUnknown } from '../../domain/reference/errors.ts';
import type { AgencyId } from '../../domain/ids.ts';
import type { PairingGround } from '../../domain/pairing/matching.ts';
import { isOpen, type Pairing } from '../../domain/pairing/pairing.ts';
import type { ProgrammePhase } from '../../domain/scheme/programme-phase.ts';
import { newCounty, type RecipientCounty } from '../../domain/county/recipient-county.ts';
import { documentsOf, isNamedBy } from '../../domain/scheme/scheme-documents.ts';
import type { EnteredPairing } from '../../domain/pairing/take-over.ts';
import type { PairingRow } from './pairing-columns.ts';
import type { Ports } from '../ports.ts';

/** What rows of pairings rest on. A row that is taken over changes it for the rows after it. */
export interface PairingFacts {
  readonly agencies: ReadonlyMap<UnifiedSocialCreditCode, Agency>;
  readonly schemes: readonly CooperationScheme[];
  readonly phases: readonly ProgrammePhase[];
  readonly counties: ReadonlyMap<RegionCode, RecipientCounty>;
  /** Of the agencies in the years of the rows, those that are over among them. */
  readonly pairings: readonly Pairing[];
  /** How many a county has had in a year. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface TwoAgencies {
  readonly dispatching: Agency;
  readonly recipient: Agency;
}

type Deps = Pick<Ports, 'agencies' | 'schemes' | 'phases' | 'counties' | 'pairings'>;

export async function loadPairingFacts(
  { agencies, schemes, phases, counties, pairings }: Deps,
  rows: readonly PairingRow[],
): Promise<PairingFacts> {
  const codes = [...new Set(rows.map(({ countyCode }) => countyCode))];
  const years = [...new Set(rows.map(({ cycleYear }) => cycleYear))];
  const creditCodes = rows.flatMap((row) => [row.dispatchingCreditCode, row.recipientCreditCode]);
  const named = await agencies.findByCreditCodes([...new Set(creditCodes)]);
  const ids = [...new Set([...named.values()].map(({ id }) => id))];
  const ofDispatching = await pairings.findOfSide('DISPATCHING', ids, years);
  const ofRecipient = await pairings.findOfSide('RECIPIENT', ids, years);
  const found = await counties.findMany(codes);
  return {
    agencies: named,
    schemes: await schemes.findOf([...new Set(codes.map(provinceOf))], years),
    phases: await phases.listAll(),
    counties: new Map(codes.map((code, at) => [code, found[at] ?? newCounty(code)])),
    pairings: [...ofDispatching, ...ofRecipient],
    counts: await countsOf({ pairings }, rows),
  };
}

async function countsOf(
  { pairings }: Pick<Deps, 'pairings'>,
  rows: readonly PairingRow[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { countyCode, cycleYear } of rows) {
    const key = countKey(countyCode, cycleYear);
    if (!counts.has(key)) counts.set(key, await pairings.countOf(countyCode, cycleYear));
  }
  return counts;
}

function countKey(countyCode: RegionCode, cycleYear: number): string {
  return `${countyCode}/${cycleYear}`;
}

export function afterTakingOver(facts: PairingFacts, { scheme, pairing }: EnteredPairing): PairingFacts {
  const key = countKey(pairing.state.countyCode, pairing.state.cycleYear);
  return {
    ...facts,
    schemes: facts.schemes.map((each) => (each.id === scheme?.state.id ? scheme.state : each)),
    pairings: [...facts.pairings, pairing.state],
    counts: new Map(facts.counts).set(key, (facts.counts.get(key) ?? 0) + 1),
  };
}

export function agenciesOf(row: PairingRow, { agencies }: PairingFacts): TwoAgencies {
  const agency = (field: 'dispatchingCreditCode' | 'recipientCreditCode'): Agency => {
    const named = agencies.get(row[field]);
    if (named === undefined) throw agencyUnknown({ field, code: row[field] });
    return named;
  };
  return { dispatching: agency('dispatchingCreditCode'), recipient: agency('recipientCreditCode') };
}

/** The latest, should the two have tried more than once in the year. */
export function knownPairing(
  { cycleYear }: PairingRow,
  { dispatching, recipient }: TwoAgencies,
  { pairings }: PairingFacts,
): Pairing | undefined {
  return pairings.findLast(
    (pairing) =>
      pairing.dispatchingAgencyId === dispatching.id &&
      pairing.recipientAgencyId === recipient.id &&
      pairing.cycleYear === cycleYear &&
      (pairing.struck ?? null) === null,
  );
}

export function groundOf(row: PairingRow, agencies: TwoAgencies, facts: PairingFacts): PairingGround {
  const { countyCode, cycleYear } = row;
  return {
    ...agencies,
    scheme: schemeOf(row, agencies, facts),
    county: facts.counties.get(countyCode) ?? newCounty(countyCode),
    phases: facts.phases,
    open: {
      DISPATCHING: openOf('DISPATCHING', agencies.dispatching.id, cycleYear, facts),
      RECIPIENT: openOf('RECIPIENT', agencies.recipient.id, cycleYear, facts),
    },
    earlierInYear: facts.counts.get(countKey(countyCode, cycleYear)) ?? 0,
  };
}

function openOf(side: Side, agencyId: AgencyId, cycleYear: number, { pairings }: PairingFacts) {
  const open = pairings.find((pairing) => {
    const agency = side === 'DISPATCHING' ? pairing.dispatchingAgencyId : pairing.recipientAgencyId;
    return agency === agencyId && pairing.cycleYear === cycleYear && isOpen(pairing);
  });
  return open ?? null;
}

/** People know a scheme by its provinces and its year; where that is not enough, by its document. */
function schemeOf(
  { countyCode, cycleYear: year, documentNo }: PairingRow,
  { dispatching }: TwoAgencies,
  { schemes }: PairingFacts,
): CooperationScheme {
  const dispatchProvinceCode = provinceOf(dispatching.homeRegionCode);
  const recipientProvinceCode = provinceOf(countyCode);
  const between = schemes.filter(
    (scheme) =>
      scheme.dispatchProvinceCode === dispatchProvinceCode &&
      scheme.recipientProvinceCode === recipientProvinceCode &&
      scheme.year === year &&
      (documentNo === null || isNamedBy(scheme, documentNo)),
  );
  const [scheme, ...others] = between;
  const field = documentNo === null ? 'cycleYear' : 'documentNo';
  const sought = { year, dispatchProvinceCode, recipientProvinceCode };
  if (scheme === undefined) throw schemeUnknown({ field, ...sought });
  if (others.length === 0) return scheme;
  const documentNos = between.map((each) =>
    documentsOf(each)
      .map((one) => one.documentNo)
      .join(' / '),
  );
  throw schemeAmbiguous({ field: 'documentNo', ...sought, documentNos });
}
