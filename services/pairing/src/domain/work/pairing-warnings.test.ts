import type { CalendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anActivePairing, anAgencyId, aSuspendedPairing, TODAY } from '../../../test/builders.ts';
import { aDispatchId, aLedger, aWorkerId, day } from '../../../test/work-builders.ts';
import { pairingWarnings } from './pairing-warnings.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { DEFAULT_POLICY, type SchemePolicy } from '../scheme/scheme-policy.ts';
import { noteActivity, type Stay, type WorkLedger } from './work-ledger.ts';

interface Given {
  readonly pairing?: Pairing;
  readonly ledger?: WorkLedger;
  readonly policy?: Partial<SchemePolicy>;
  readonly today?: CalendarDate;
}

function warn({ pairing = anActivePairing(), ledger = aLedger(), policy = {}, today = TODAY }: Given = {}) {
  return pairingWarnings(pairing, { ledger, policy: { ...DEFAULT_POLICY, ...policy }, today });
}

const ofRule = (rule: string, given: Given = {}) => warn(given).filter((warning) => warning.rule === rule);

const stay = (worker: number, workingDays: number | null, leftOn = '2026-04-10'): Stay => ({
  dispatchId: aDispatchId(worker),
  workerId: aWorkerId(worker),
  arrivedOn: day('2026-03-15'),
  leftOn: workingDays === null ? null : day(leftOn),
  workingDays,
});

describe('PAIR-8: minimum input, labelled as the 2018 rule', () => {
  it('warns of fewer than two dispatched workers since the work began', () => {
    expect(ofRule('PAIR-8')).toMatchObject([
      {
        since: '2026-03-01',
        label: { en: '2018 rule' },
        figures: [{ name: 'WORKERS', value: 0, expected: 2 }],
      },
    ]);
    expect(ofRule('PAIR-8', { ledger: aLedger({ stays: [stay(1, null), stay(2, null)] }) })).toEqual([]);
  });

  it('counts a worker once, however often they come', () => {
    const twice = [stay(1, 20), { ...stay(1, null), dispatchId: aDispatchId(9) }];

    expect(ofRule('PAIR-8', { ledger: aLedger({ stays: twice }) })[0]?.figures).toMatchObject([{ value: 1 }]);
  });

  it('warns of a worker below 40 days once the pairing’s year is over, not before', () => {
    const ledger = aLedger({ stays: [stay(1, 39), stay(2, 40)] });

    expect(ofRule('PAIR-8', { ledger })).toEqual([]);
    expect(ofRule('PAIR-8', { ledger, today: day('2027-01-01') })).toMatchObject([
      { since: '2027-01-01', figures: [{ name: aWorkerId(1), value: 39, expected: 40 }] },
    ]);
  });

  it('warns of a single stay below ten days', () => {
    const ledger = aLedger({ stays: [stay(1, 9), stay(2, 10)] });

    expect(ofRule('PAIR-8', { ledger })).toMatchObject([
      { since: '2026-04-10', figures: [{ name: aDispatchId(1), value: 9, expected: 10 }] },
    ]);
  });

  it('says nothing where the scheme has switched it off', () => {
    const policy = { minimumWorkers: null, minimumYearlyDays: null, minimumStayDays: null };

    expect(ofRule('PAIR-8', { policy, ledger: aLedger({ stays: [stay(1, 1)] }) })).toEqual([]);
  });
});

describe('PAIR-9: each pair grows a local agency', () => {
  it('warns in the last 90 days of the pairing while it has grown none', () => {
    const grown = { ...anActivePairing(), agenciesGrown: [anAgencyId(2)] };
    const near = day('2026-10-02');

    expect(ofRule('PAIR-9', { today: day('2026-10-01') })).toEqual([]);
    expect(ofRule('PAIR-9', { today: near })).toMatchObject([{ since: near }]);
    expect(ofRule('PAIR-9', { today: near, pairing: grown })).toEqual([]);
  });
});

describe('PAIR-10: the recipient side names three people to be trained', () => {
  it('warns until they are named', () => {
    const named = { ...anActivePairing(), traineeIds: [1, 2, 3].map(aWorkerId) };

    expect(ofRule('PAIR-10')).toMatchObject([{ figures: [{ name: 'TRAINEES', value: 0, expected: 3 }] }]);
    expect(ofRule('PAIR-10', { pairing: named })).toEqual([]);
  });
});

describe('PAIR-11: a task group without activity for 90 days', () => {
  it('is flagged on the 90th day after the start or the last activity, group by group', () => {
    const held = { taskGroup: 'BUILD_STATION', heldOn: day('2026-04-01') } as const;
    const ledger = noteActivity(aLedger(), held, DEFAULT_POLICY);

    expect(ofRule('PAIR-11', { today: day('2026-05-29') })).toEqual([]);
    expect(ofRule('PAIR-11', { ledger, today: day('2026-05-30') })).toMatchObject([
      { since: '2026-05-30', figures: [{ name: 'TRAIN_TALENT' }] },
    ]);
    expect(ofRule('PAIR-11', { ledger }).map(({ since }) => since)).toEqual(['2026-06-30', '2026-05-30']);
  });
});

describe('rules that advise', () => {
  it('say nothing while the work rests, and before there is any', () => {
    expect(warn({ pairing: aSuspendedPairing() })).toEqual([]);
    expect(
      pairingWarnings(anActivePairing(), { ledger: null, policy: DEFAULT_POLICY, today: TODAY }),
    ).toEqual([]);
  });
});
