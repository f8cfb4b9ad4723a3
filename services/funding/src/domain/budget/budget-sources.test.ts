import { fen } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aDraftInput, aPolicy, TODAY, yuan } from '../../../test/builders.ts';
import { capOf, measureSources } from './budget-sources.ts';

const UNHEARD_OF = { policies: [], day: TODAY, earlierCap: null };

describe('FUN-17 the figures of one programme', () => {
  it('are no cap of another county: without a policy of its own it has none', () => {
    const sources = measureSources(aDraftInput({ lines: [] }), UNHEARD_OF);

    expect(sources.cap?.policy).toBeNull();
    expect(capOf(sources)).toBeNull();
  });

  it('give way to what the county itself decided', () => {
    const ownPolicy = { ...UNHEARD_OF, policies: [aPolicy({ capPercent: 5 })] };

    expect(capOf(measureSources(aDraftInput({ lines: [] }), ownPolicy))).toBe(yuan(2_500_000n));
  });

  it('are not planned for anybody: the amount is the one that was asked for, and none is refused', () => {
    const plannedFen = fen(1n);
    const input = aDraftInput({ plannedFen, lines: [], assistanceFund: null });

    expect(measureSources(input, UNHEARD_OF)).toEqual({ plannedFen, lines: [], cap: null, topUpFen: 1n });
    expect(() => measureSources({ ...input, plannedFen: fen(0n) }, UNHEARD_OF)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
