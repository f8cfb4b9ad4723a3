import { addDays, type CalendarDate, calendarDate, publicText } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aContract,
  aContractInput,
  aStation,
  aStationId,
  BUREAU,
  FINANCE,
  theContractFacts,
  TODAY,
} from '../../../test/builders.ts';
import { closeContract, correctContract, replaceContract } from './contract-changes.ts';
import type { Contract, ContractInput } from './contract.ts';
import { signContract } from './contract-signing.ts';
import { contractId } from '../ids.ts';

const refusal = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const because = publicText('演示', 'reason');
const day = calendarDate;
const OTHER = contractId('con_01900000-0000-7000-8000-000000000099');
const decided = (by: string) => ({ by, on: TODAY, reason: because });

const signing =
  (changed: Partial<ContractInput>, beside: readonly Contract[] = [], stations = [aStation()]) =>
  () =>
    signContract(aContractInput(changed), theContractFacts({ beside, stations })).state;

describe('the term of a contract', () => {
  it('is a year, and up to three with the reason why', () => {
    const startsOn = day('2026-04-01');

    expect(signing({ startsOn, endsOn: day('2027-03-31') })().status).toBe('SIGNED');
    expect(signing({ startsOn, endsOn: day('2027-04-01') })).toThrow(
      refusal('CONTRACT_TERM_NEEDS_REASON', { latest: '2027-03-31' }),
    );
    expect(signing({ startsOn, endsOn: day('2029-03-31'), longTermReason: because })().endsOn).toBe(
      '2029-03-31',
    );
    expect(signing({ startsOn, endsOn: day('2029-04-01'), longTermReason: because })).toThrow(
      refusal('CONTRACT_TERM_TOO_LONG', { latest: '2029-03-31' }),
    );
  });

  it('begins after the signing, or the reason says why not', () => {
    const late = { signedOn: day('2026-03-15'), startsOn: day('2026-03-14'), endsOn: day('2027-03-13') };

    expect(signing(late)).toThrow(refusal('CONTRACT_SIGNED_LATE'));
    expect(signing({ ...late, lateSigningReason: because })().lateSigningReason).toBe(because);
  });
});

describe('beside other contracts of the county a contract', () => {
  const first = aContract();
  const another = { id: OTHER, contractNo: publicText('演示-2', 'contractNo') };

  it('has a number of its own, until the other is refused or withdrawn', () => {
    const later = { id: OTHER, startsOn: day('2028-01-01'), endsOn: day('2028-12-31') };

    expect(signing(later, [first])).toThrow(refusal('CONTRACT_NUMBER_TAKEN', { contractId: first.id }));
    expect(signing(later, [{ ...first, status: 'WITHDRAWN' }])().status).toBe('SIGNED');
  });

  it('has its stations for itself, day by day, unless it replaces the other', () => {
    const from = (startsOn: string, endsOn: string) => ({
      ...another,
      startsOn: day(startsOn),
      endsOn: day(endsOn),
    });

    expect(signing(from('2027-03-31', '2027-12-31'), [first])).toThrow(
      refusal('CONTRACT_OVERLAPS', { contractId: first.id, stationIds: [aStationId()] }),
    );
    expect(signing(from('2027-04-01', '2027-12-31'), [first])().status).toBe('SIGNED');
    expect(
      signing(from('2026-10-01', '2027-03-31'), [first], [aStation({ id: aStationId(2) })])().status,
    ).toBe('SIGNED');
    const successor = signing({ ...from('2026-10-01', '2027-09-30'), replacesContractId: first.id }, [
      first,
    ])();
    expect(replaceContract(first, successor, TODAY).state).toMatchObject({
      endsOn: '2026-09-30',
      notes: [{ kind: 'REPLACED' }],
    });
  });

  it('replaces none but a signed one of the county', () => {
    expect(signing({ ...another, replacesContractId: first.id }, [])).toThrow(
      refusal('BAD_USER_INPUT', { field: 'replacesContractId' }),
    );
  });

  it('is for no station that is closed', () => {
    const closed = [aStation({ closedOn: day('2026-03-01') })];

    expect(signing({}, [], closed)).toThrow(
      refusal('CONTRACT_STATION_CLOSED', { stationIds: [aStationId()] }),
    );
  });

  it('never shares a day of a station with another that stands, whatever is signed in whatever order', () => {
    const spans = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 364 }),
        fc.integer({ min: 1, max: 3 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (asked) => {
        const signed: Contract[] = [];
        for (const [at, [from, length, station]] of asked.entries()) {
          const startsOn = addDays(day('2026-04-01'), from);
          const terms = { startsOn, endsOn: addDays(startsOn, length) };
          const named = { id: idOf(at), contractNo: publicText(`演示-${at}`, 'contractNo') };
          const sign = signing({ ...terms, ...named }, signed, [aStation({ id: aStationId(station) })]);
          if (clashes(signed, terms, aStationId(station))) expect(sign).toThrow(refusal('CONTRACT_OVERLAPS'));
          else signed.push(sign());
        }
      }),
    );
  });
});

const idOf = (at: number) => contractId(`con_01900000-0000-7000-8000-${String(at).padStart(12, '0')}`);

function clashes(
  signed: readonly Contract[],
  terms: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate },
  station: ReturnType<typeof aStationId>,
): boolean {
  return signed.some(
    ({ stationIds, startsOn, endsOn }) =>
      stationIds.includes(station) && startsOn <= terms.endsOn && terms.startsOn <= endsOn,
  );
}

describe('before money moved a contract', () => {
  const correction = {
    contractNo: publicText('演示-9', 'contractNo'),
    signedOn: day('2026-03-10'),
    startsOn: day('2026-05-01'),
    endsOn: day('2027-04-30'),
    lateSigningReason: null,
    longTermReason: null,
  };

  it('is withdrawn by the bureau, and refused by a second person alone', () => {
    expect(closeContract(aContract(), 'WITHDRAWN', decided(BUREAU), false)).toMatchObject({
      state: { status: 'WITHDRAWN', notes: [{ kind: 'WITHDRAWN', by: BUREAU, reason: because }] },
      events: [{ type: 'contract.withdrawn', by: BUREAU }],
    });
    expect(() => closeContract(aContract(), 'REFUSED', decided(BUREAU), false)).toThrow(
      refusal('FUNDING_FOUR_EYES'),
    );
    expect(closeContract(aContract(), 'REFUSED', decided(FINANCE), false).state.status).toBe('REFUSED');
  });

  it('is corrected in number and days, by the same rules as a signing', () => {
    const facts = { beside: [], moved: false };

    expect(correctContract(aContract(), correction, decided(BUREAU), facts).state).toMatchObject({
      ...correction,
      installments: [{ condition: 'SIGNING', metOn: '2026-03-10' }, { metOn: null }, { metOn: null }],
      notes: [{ kind: 'CORRECTED' }],
    });
    expect(() =>
      correctContract(aContract(), { ...correction, endsOn: day('2029-05-01') }, decided(BUREAU), facts),
    ).toThrow(refusal('CONTRACT_TERM_TOO_LONG'));
  });

  it('and after it neither: its money says what was agreed', () => {
    const moved = { beside: [], moved: true };

    for (const change of [
      () => closeContract(aContract(), 'WITHDRAWN', decided(BUREAU), true),
      () => closeContract(aContract(), 'REFUSED', decided(FINANCE), true),
      () => correctContract(aContract(), correction, decided(BUREAU), moved),
    ]) {
      expect(change).toThrow(refusal('CONTRACT_MONEY_MOVED'));
    }
  });
});
