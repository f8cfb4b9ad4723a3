import { publicText, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, day, TODAY } from '../../../test/builders.ts';
import {
  followSuccession,
  goneBy,
  recordSuccession,
  type RegionSuccession,
  strikeSuccession,
  type SuccessionTerms,
} from './region-succession.ts';
import { inScope, leaveScope, returnToScope } from './unit-scope.ts';

const [A, B, C] = ['420581103', '420581104', '420581105'] as RegionCode[] as [
  RegionCode,
  RegionCode,
  RegionCode,
];
const text = (written: string) => publicText(written, 'text');
const terms = (changes: Partial<SuccessionTerms>): SuccessionTerms => ({
  kind: 'RENAMED',
  from: [A],
  to: [B],
  name: null,
  on: day('2026-05-01'),
  source: text('演示民政部门公告'),
  sourceUrl: null,
  ...changes,
});
const record = (changes: Partial<SuccessionTerms>, known: readonly RegionSuccession[] = []) =>
  recordSuccession({ ...terms(changes), id: anId('rsn', known.length + 1) }, known, TODAY).state;
const withCode = (code: string) => expect.objectContaining({ code });
const why = { reason: text('误登'), evidence: null };

describe('STA-1 a succession of regions', () => {
  it.each<[string, Partial<SuccessionTerms>, readonly RegionCode[]]>([
    ['merged, one goes on', { kind: 'MERGED', from: [A, B], to: [B] }, [A]],
    ['merged into another', { kind: 'MERGED', from: [A, B], to: [C] }, [A, B]],
    ['split, it goes on', { kind: 'SPLIT', from: [A], to: [A, B] }, []],
    ['split into others', { kind: 'SPLIT', from: [A], to: [B, C] }, [A]],
    ['renamed', { from: [A], to: [A], name: text('演示镇') }, []],
    ['another code', { from: [A], to: [B] }, [A]],
    ['abolished', { kind: 'ABOLISHED', from: [A], to: [] }, [A]],
    ['new', { kind: 'NEW', from: [], to: [A] }, []],
    [
      'a county under another name',
      { from: ['420581' as RegionCode], to: ['420581' as RegionCode], name: text('演示市') },
      [],
    ],
  ])('is %s', (_what, changes, gone) => {
    expect(goneBy(record(changes))).toEqual(gone);
  });

  it.each<[string, Partial<SuccessionTerms>, string]>([
    ['one merged', { kind: 'MERGED', from: [A], to: [B] }, 'REGION_SUCCESSION_SHAPE'],
    ['split into one', { kind: 'SPLIT', from: [A], to: [B] }, 'REGION_SUCCESSION_SHAPE'],
    ['abolished into one', { kind: 'ABOLISHED', from: [A], to: [B] }, 'REGION_SUCCESSION_SHAPE'],
    ['the same name', { from: [A], to: [A] }, 'REGION_SUCCESSION_SHAPE'],
    ['named twice', { kind: 'MERGED', from: [A, A], to: [B] }, 'REGION_SUCCESSION_SHAPE'],
    ['another county', { from: [A], to: ['420582100' as RegionCode] }, 'REGION_SUCCESSION_SHAPE'],
    ['a county', { from: ['420581' as RegionCode], to: ['420582' as RegionCode] }, 'REGION_SUCCESSION_SHAPE'],
    ['before the codes', { on: day('2022-12-31') }, 'BAD_USER_INPUT'],
    ['years ahead', { on: day('2062-01-01') }, 'BAD_USER_INPUT'],
  ])('is refused: %s', (_what, changes, code) => {
    expect(() => record(changes)).toThrow(withCode(code));
  });

  it('comes back to nobody, and goes once', () => {
    const first = record({ from: [A], to: [B] });
    const second = record({ from: [B], to: [C] }, [first]);

    expect(() => record({ from: [B], to: [A] }, [first])).toThrow(withCode('REGION_SUCCESSION_CYCLE'));
    expect(() => record({ from: [C], to: [A] }, [first, second])).toThrow(
      withCode('REGION_SUCCESSION_CYCLE'),
    );
    expect(() => record({ from: [A], to: [C] }, [first])).toThrow(withCode('REGION_SUCCEEDED_ALREADY'));
    expect(() => record({ from: [B], to: [A] }, [strikeSuccession(first, why, TODAY).state])).not.toThrow();
  });

  it('is struck out until something follows it, once', () => {
    const succession = record({});
    const { state } = strikeSuccession(succession, why, TODAY);

    expect(state.struck).toMatchObject({ on: TODAY });
    expect(() => strikeSuccession(state, why, TODAY)).toThrow(withCode('STRUCK_ALREADY'));
    expect(() => strikeSuccession(followSuccession(succession, TODAY).state, why, TODAY)).toThrow(
      withCode('REGION_SUCCESSION_IN_EFFECT'),
    );
  });
});

describe('STA-1 the scope of one unit', () => {
  const unit = inScope(A, '420581' as RegionCode);
  const out = {
    since: day('2026-03-01'),
    reason: text('农场'),
    source: text('演示文件'),
    successionId: null,
  };
  const left = leaveScope(unit, out, TODAY).state;

  it('is left and entered again, and says when it was left', () => {
    const { state } = returnToScope(left, { until: day('2026-04-01'), reason: text('移交') }, TODAY);

    expect(state).toMatchObject({ out: null, periods: [{ since: '2026-03-01', until: '2026-04-01' }] });
    expect(() => leaveScope(state, { ...out, since: day('2026-03-31') }, TODAY)).toThrow(
      withCode('DATES_OUT_OF_ORDER'),
    );
  });

  it('is not left twice, nor ahead of the day, nor entered while it is in', () => {
    expect(() => leaveScope(left, out, TODAY)).toThrow(withCode('UNIT_OUT_OF_SCOPE_ALREADY'));
    expect(() => leaveScope(unit, { ...out, since: day('2026-05-21') }, TODAY)).toThrow(
      withCode('DATE_IN_FUTURE'),
    );
    const back = { until: TODAY, reason: text('移交') };
    expect(() => returnToScope(unit, back, TODAY)).toThrow(withCode('UNIT_IN_SCOPE_ALREADY'));
    expect(() => returnToScope(left, { ...back, until: day('2026-02-28') }, TODAY)).toThrow(
      withCode('DATES_OUT_OF_ORDER'),
    );
    const succeeded = leaveScope(unit, { ...out, successionId: anId('rsn', 1) }, TODAY).state;
    expect(() => returnToScope(succeeded, back, TODAY)).toThrow(withCode('UNIT_SUCCEEDED'));
  });
});
