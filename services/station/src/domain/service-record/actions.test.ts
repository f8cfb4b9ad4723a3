import { PUBLIC_ACTOR, publicText } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, OPERATOR_ID, TODAY } from '../../../test/builders.ts';
import { actionsOnServiceRecord } from './actions.ts';
import { recordService, strikeServiceRecord } from './service-record.ts';

const station = anOperatingStation();
const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', '420581');
const elsewhere = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');
const office = inRegion('TOWNSHIP_CIVIL_AFFAIRS', station.townshipCode);
const operator = ofAgency(OPERATOR_ID);
const stranger = ofAgency(anId('agy', 9));

const record = recordService(
  anId('srv', 1),
  {
    entryNo: null,
    service: 'GOVERNANCE_CONSULTATION',
    method: 'COMMUNITY',
    beneficiaryGroup: null,
    partners: [],
    persons: 30,
    hours: 2,
    workerIds: [],
    note: null,
  },
  { station, servedOn: TODAY, today: TODAY },
).state;

describe('what is offered of a service record', () => {
  it('is striking it out, to those who keep the records of the station and to nobody else', () => {
    for (const actor of [bureau, office, operator])
      expect(actionsOnServiceRecord(actor, record, station)).toEqual(['STRIKE']);
    for (const actor of [elsewhere, stranger, inRegion('EVALUATOR', '420581'), PUBLIC_ACTOR])
      expect(actionsOnServiceRecord(actor, record, station)).toEqual([]);
  });

  it('is nothing once it is struck out', () => {
    const struck = strikeServiceRecord(record, publicText('误登', 'reason'), TODAY).state;

    expect(actionsOnServiceRecord(bureau, struck, station)).toEqual([]);
  });
});
