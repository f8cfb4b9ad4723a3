import { calendarDate, idParser } from '@qianshou/kernel';
import type { ActivityEntry } from '../src/domain/work/support-activity.ts';
import {
  activityId,
  type DispatchId,
  dispatchId,
  evaluationId,
  reportId,
  targetId,
  type WorkerId,
} from '../src/domain/ids.ts';
import { type PairingRecord, recordOf } from '../src/domain/work/pairing-record.ts';
import type { Pairing } from '../src/domain/pairing/pairing.ts';
import { DEFAULT_POLICY } from '../src/domain/scheme/scheme-policy.ts';
import { followPairing, newLedger, type WorkLedger } from '../src/domain/work/work-ledger.ts';
import { anActivePairing, aScheme } from './builders.ts';

const uuid = (serial: number): string => `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;

export const aWorkerId = (serial: number): WorkerId => idParser('wkr')(`wkr_${uuid(serial)}`);
export const aDispatchId = (serial: number): DispatchId => dispatchId(`dsp_${uuid(serial)}`);
export const A_TARGET_ID = targetId(`tgt_${uuid(1)}`);
export const AN_ACTIVITY_ID = activityId(`act_${uuid(1)}`);
export const A_REPORT_ID = reportId(`rep_${uuid(1)}`);
export const AN_EVALUATION_ID = evaluationId(`pev_${uuid(1)}`);

export const day = (text: string) => calendarDate(text);

export function aRecord(pairing: Pairing = anActivePairing()): PairingRecord {
  return recordOf(pairing, aScheme());
}

export function aLedger(changed: Partial<WorkLedger> = {}): WorkLedger {
  const pairing = anActivePairing();
  return { ...followPairing(newLedger(pairing, aRecord(pairing)), pairing, DEFAULT_POLICY), ...changed };
}

export function anActivityEntry(changed: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    taskGroup: 'TRAIN_TALENT',
    kind: 'THEMATIC_TRAINING',
    onsite: true,
    heldOn: day('2026-04-02'),
    hours: 3.5,
    participants: 24,
    documentsIssued: 0,
    evidenceUrls: ['https://example.org/photo'],
    note: null,
    ...changed,
  };
}
