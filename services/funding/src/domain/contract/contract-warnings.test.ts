import { describe, expect, it } from 'vitest';
import { aContractInput, aStation, theContractFacts, TODAY } from '../../../test/builders.ts';
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
