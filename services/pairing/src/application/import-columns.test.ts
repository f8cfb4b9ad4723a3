import type { Cells, ImportColumn } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { AGENCY_COLUMNS, readAgencyRow } from './agency-columns.ts';
import { PAIRING_COLUMNS, readPairingRow } from './pairing-columns.ts';

function examplesOf(columns: readonly ImportColumn[]): Cells {
  return Object.fromEntries(columns.map(({ name, example }) => [name, example]));
}

describe('the examples of the columns', () => {
  it('are a row of agencies', () => {
    expect(readAgencyRow(examplesOf(AGENCY_COLUMNS))).toMatchObject({
      legalForm: 'SOCIAL_SERVICE_ORGANISATION',
      evaluationGrade: 'A3',
      focusAreas: ['老年人', '儿童青少年'],
    });
  });

  it('are a row of pairings', () => {
    expect(readPairingRow(examplesOf(PAIRING_COLUMNS))).toMatchObject({
      cycleYear: 2026,
      plan: { taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'], continuesEarlierPairing: false },
      span: { startsOn: '2026-03-01', endsOn: '2026-12-31' },
    });
  });
});
