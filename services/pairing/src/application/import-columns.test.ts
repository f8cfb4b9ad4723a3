import { calendarDate, type Cells, type ImportColumn } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anAgencyId } from '../../test/builders.ts';
import { register } from '../domain/agency/agency.ts';
import { AGENCY_COLUMNS, readAgencyRow } from './agency/agency-columns.ts';
import { PAIRING_COLUMNS, readPairingRow } from './pairing/pairing-columns.ts';

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

describe('a cell that points at one person', () => {
  const today = calendarDate('2026-03-20');
  const row = examplesOf(AGENCY_COLUMNS);
  const enter = (cells: Cells) => register({ ...readAgencyRow(cells), id: anAgencyId(1) }, today);

  it.each(AGENCY_COLUMNS.map(({ name }) => name))('is refused in %s of an agency', (name) => {
    for (const slip of ['420581 19900307 2312', '138-1234-5678']) {
      expect(() => enter({ ...row, [name]: slip })).toThrow();
    }
  });
});
