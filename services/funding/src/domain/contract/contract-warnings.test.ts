import { calendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aContract, aContractInput, aStation, theContractFacts, TODAY } from '../../../test/builders.ts';
import { signContract } from './contract-signing.ts';
import { contractWarnings } from './contract-warnings.ts';

const warningsOf = (installments: Parameters<typeof signContract>[0]['installments']) =>
  contractWarnings(
    signContract(aContractInput({ installments }), theContractFacts()).state,
    [aStation()],
    TODAY,
  );

describe('FUN-12 a contract of which nobody said how it is paid', () => {
  it('warns that a demonstration split was taken, with its parts', () => {
    expect(warningsOf(null)).toMatchObject([
      {
        rule: 'FUN-12',
        en: expect.stringContaining('50/30/20') as string,
        zh: expect.stringContaining('50/30/20') as string,
        figures: [
          { name: 'SIGNING', value: 500 },
          { name: 'MID_TERM_EVALUATION', value: 300 },
          { name: 'FINAL_EVALUATION', value: 200 },
        ],
      },
    ]);
  });

  it('does not where it was said, were it the same', () => {
    expect(warningsOf([{ condition: 'SIGNING', perMille: 1000 }])).toEqual([]);
  });
});

describe('FUN-9 an acceptance in time', () => {
  const ended = {
    ...aContract({ installments: [{ condition: 'SIGNING', perMille: 1000 }] }),
    splitAssumed: false,
  };
  const on = (day: string, acceptances: unknown[] = []) =>
    contractWarnings({ ...ended, acceptances } as typeof ended, [], calendarDate(day)).map(
      ({ since }) => since,
    );
  const accepted = (publishedOn: string | null) => ({ no: 1, acceptedOn: '2026-06-01', publishedOn });

  it('is missed 30 days after the service ended, not before', () => {
    expect(on('2027-04-30')).toEqual([]);
    expect(on('2027-05-01')).toEqual(['2027-04-30']);
  });

  it('is published within 7 working days, and says so afterwards, too', () => {
    expect(on('2026-06-10', [accepted(null)])).toEqual([]);
    expect(on('2026-06-11', [accepted(null)])).toEqual(['2026-06-10']);
    expect(on('2026-06-30', [accepted('2026-06-10')])).toEqual([]);
    expect(on('2026-06-30', [accepted('2026-06-12')])).toEqual(['2026-06-10']);
  });
});
