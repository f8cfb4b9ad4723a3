import { type Actor, NATION } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { describe, expect, it } from 'vitest';
import {
  aCompletedPairing,
  aMatchedPairing,
  anActivePairing,
  aPairingInEvaluation,
  aSignedPairing,
  aSuspendedPairing,
  FUJIAN,
  HAIYUAN,
  NINGXIA,
  TODAY,
} from '../../../test/builders.ts';
import { actionsOnPairing, type PairingAction } from './allowed-pairing-actions.ts';
import type { Pairing } from '../pairing/pairing.ts';

const { dispatchingAgencyId, recipientAgencyId } = anActivePairing();
const province = inRegion('PROVINCE_AUTHORITY', NINGXIA);
const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN);
const evaluator = inRegion('EVALUATOR', HAIYUAN);
const office = inRegion('PROJECT_OFFICE', NATION);
const dispatching = ofAgency(dispatchingAgencyId);
const recipient = ofAgency(recipientAgencyId);
const strangers = [inRegion('PROVINCE_AUTHORITY', FUJIAN), inRegion('ANALYST', NATION), ofAgency('agy_none')];

/** Of a scheme of another province than that of the strangers. */
const record = { audience: [NATION, NINGXIA, '640500', HAIYUAN, '110000'], today: TODAY, days: 7 };

const RECORDED: readonly PairingAction[] = ['SET_TARGET', 'START_DISPATCH', 'LOG_ACTIVITY'];
const GROWN: readonly PairingAction[] = ['NAME_TRAINEES', 'RECORD_GROWN_AGENCY'];

type Asked = readonly [who: Actor, offered: readonly PairingAction[]];

const cases: readonly (readonly [Pairing, readonly Asked[]])[] = [
  [
    aMatchedPairing(),
    [
      [bureau, ['SIGN', 'SET_TARGET']],
      [province, ['SIGN', 'CHANGE_TASK_GROUPS', 'TERMINATE', 'SET_TARGET', 'NOTE_SUPERVISION']],
      [dispatching, ['SET_TARGET']],
      [recipient, []],
      [evaluator, []],
      [office, ['NOTE_SUPERVISION']],
    ],
  ],
  [
    aSignedPairing(),
    [
      [bureau, ['START', 'SET_TARGET']],
      [dispatching, ['SET_TARGET']],
      [recipient, []],
    ],
  ],
  [
    anActivePairing(),
    [
      [bureau, ['SUSPEND', 'BEGIN_FINAL_EVALUATION', ...RECORDED, ...GROWN]],
      [dispatching, [...RECORDED, 'SUBMIT_REPORT']],
      [recipient, GROWN],
      [evaluator, ['EVALUATE']],
      [office, ['EVALUATE', 'NOTE_SUPERVISION']],
    ],
  ],
  [
    aSuspendedPairing(),
    [
      [bureau, ['RESUME', 'SET_TARGET']],
      [dispatching, ['SET_TARGET', 'SUBMIT_REPORT']],
      [recipient, []],
      [evaluator, []],
    ],
  ],
  [
    aPairingInEvaluation(),
    [
      [bureau, ['COMPLETE', ...RECORDED, ...GROWN]],
      [dispatching, [...RECORDED, 'SUBMIT_REPORT']],
      [evaluator, ['EVALUATE']],
    ],
  ],
  [
    aCompletedPairing(),
    [
      [bureau, []],
      [province, ['CORRECT', 'RENEW']],
      [dispatching, []],
      [office, []],
    ],
  ],
];

describe('what is offered of a pairing', () => {
  it.each(cases.map(([pairing, asked]) => [pairing.status, pairing, asked] as const))(
    'that is %s: to each what is theirs then',
    (_status, pairing, asked) => {
      for (const [who, offered] of asked) expect(actionsOnPairing(who, pairing, record)).toEqual(offered);
    },
  );

  it('is nothing to anybody else, whatever its status', () => {
    for (const [pairing] of cases) {
      expect(strangers.flatMap((who) => actionsOnPairing(who, pairing, record))).toEqual([]);
    }
  });

  it('is supervision to the province whose agency helps', () => {
    const ofScheme = { audience: [...record.audience, FUJIAN], today: TODAY, days: 7 };

    expect(actionsOnPairing(strangers[0] as Actor, anActivePairing(), ofScheme)).toEqual([
      'NOTE_SUPERVISION',
    ]);
  });
});
