import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  allMet,
  anId,
  anOperatingStation,
  aPassedStation,
  aStationInAcceptance,
  day,
  TODAY,
} from '../../../test/builders.ts';
import type { AcceptanceCheck, ListedCheck } from './acceptance-check.ts';
import { correctCheck, strikeCheck } from './acceptance-correction.ts';
import { listedChecks } from './listed-checks.ts';
import type { Station } from './station.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const why = { reason: publicText('误登', 'reason'), evidence: null };
const passed = aPassedStation().checks.at(-1) as AcceptanceCheck;
const earlier: AcceptanceCheck = {
  ...passed,
  id: anId('chk', 1),
  result: 'REFUSED',
  rectifyBy: TODAY,
  items: allMet().map((item) => ({ ...item, met: item.have !== 'ACTIVITY' })),
};
const opened = (changes: Parameters<typeof anOperatingStation>[0] = {}) =>
  anOperatingStation({ checks: [passed], ...changes });
const listed = (station: Station): ListedCheck => listedChecks(station).at(-1) as ListedCheck;
const facts = (station: Station, others: readonly AcceptanceCheck[] = []) => ({
  ...why,
  check: listed(station),
  others,
  today: TODAY,
});
const lacking = allMet().map((item) => ({ ...item, met: item.have !== 'REGIME' }));

describe('STA-2 an acceptance check that never took place', () => {
  it('is struck out: the one before it counts again', () => {
    const station = aStationInAcceptance({ checks: [earlier, passed] });

    const { change, check } = strikeCheck(station, facts(station, [earlier]));

    expect(change.state).toMatchObject({ status: 'IN_ACCEPTANCE', checks: [{ id: earlier.id }] });
    expect(change.events).toEqual([
      {
        type: 'station.checkStruck',
        checkId: passed.id,
        checkedOn: passed.checkedOn,
        result: 'PASSED',
        from: 'IN_ACCEPTANCE',
        to: 'IN_ACCEPTANCE',
      },
    ]);
    expect(check).toMatchObject({ struck: { on: TODAY, reason: '误登' } });
    expect(() => strikeCheck(station, { ...facts(station), check })).toThrow(
      withCode('ACCEPTANCE_CHECK_STRUCK'),
    );
  });

  it('sends a station that opened by it alone back to acceptance', () => {
    const { change } = strikeCheck(opened(), facts(opened(), [earlier]));

    expect(change.state).toMatchObject({
      status: 'IN_ACCEPTANCE',
      openedOn: null,
      checks: [{ id: earlier.id }],
    });
    expect(change.events).toMatchObject([{ from: 'OPERATING', to: 'IN_ACCEPTANCE' }]);
  });

  it('leaves a station open that another check lets be', () => {
    const other = { ...passed, id: anId('chk', 2) };

    expect(strikeCheck(opened(), facts(opened(), [other])).change.state.status).toBe('OPERATING');
  });

  it('is kept where a rank or a closure rests on it', () => {
    const demonstration = opened({ tier: 'DEMONSTRATION', demonstrationSince: TODAY });

    expect(() => strikeCheck(demonstration, facts(demonstration))).toThrow(
      withCode('STATION_RESTS_ON_CHECK'),
    );
  });
});

describe('STA-2 an acceptance check that found otherwise', () => {
  it('is corrected: what it says is judged anew, and what stood is kept', () => {
    const { change, check } = correctCheck(opened(), { checkedOn: day('2026-01-01') }, facts(opened()));

    expect(check).toMatchObject({
      checkedOn: '2026-01-01',
      result: 'PASSED',
      corrections: [{ checkedOn: TODAY, result: 'PASSED', reason: '误登' }],
    });
    expect(change.state.status).toBe('OPERATING');
    expect(change.events).toMatchObject([
      { before: { checkedOn: TODAY }, from: 'OPERATING', to: 'OPERATING' },
    ]);
  });

  it('takes the opening back where it did not pass', () => {
    const corrected = { items: lacking, rectifyBy: day('2026-12-01') };

    const { change, check } = correctCheck(opened(), corrected, facts(opened()));

    expect(check.result).toBe('REFUSED');
    expect(change.state.status).toBe('IN_ACCEPTANCE');
  });

  it.each([
    [{}, 'CORRECTED_TO_THE_SAME'],
    [{ checkedOn: TODAY }, 'CORRECTED_TO_THE_SAME'],
    [{ items: allMet() }, 'CORRECTED_TO_THE_SAME'],
    [{ checkedOn: day('2099-01-01') }, 'DATE_IN_FUTURE'],
    [{ items: lacking }, 'RECTIFICATION_DATE_MISSING'],
    [{ items: [] }, 'STATION_CHECKLIST_INCOMPLETE'],
  ])('is not corrected to %j', (corrected, code) => {
    expect(() => correctCheck(opened(), corrected, facts(opened()))).toThrow(withCode(code));
  });
});
