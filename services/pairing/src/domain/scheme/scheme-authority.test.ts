import { describe, expect, it } from 'vitest';
import { aScheme } from '../../../test/builders.ts';
import { day } from '../../../test/work-builders.ts';
import { changeAuthority } from './cooperation-scheme.ts';
import { authorityOn, termsOf } from './scheme-authority.ts';

const next = { name: '演示社会工作部', since: day('2026-07-01'), documentNo: '演示〔2026〕8号' };

describe('the competent authority of a scheme', () => {
  it('is valid from a day on, and the one before it up to the day before', () => {
    const { state, events } = changeAuthority(aScheme(), next);

    expect(termsOf(state.authorities)).toMatchObject([
      { name: '演示省民政厅', since: '2026-01-01', until: '2026-06-30' },
      { name: '演示社会工作部', since: '2026-07-01', until: null },
    ]);
    expect(events).toMatchObject([{ type: 'scheme.authority-changed', since: '2026-07-01' }]);
  });

  it.each([
    ['2025-12-31', '演示省民政厅'],
    ['2026-06-30', '演示省民政厅'],
    ['2026-07-01', '演示社会工作部'],
  ])('on %s is %s', (on, name) => {
    expect(authorityOn(changeAuthority(aScheme(), next).state.authorities, day(on))).toBe(name);
  });

  it.each(['2026-01-01', '2025-06-01'])('is refused from %s on, for another one is valid then', (since) => {
    expect(() => changeAuthority(aScheme(), { ...next, since: day(since) })).toThrow(
      expect.objectContaining({ code: 'SCHEME_AUTHORITY_OVERLAPS' }),
    );
  });
});
