import { PUBLIC_ACTOR, publicText } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, OPERATOR_ID, TODAY } from '../../../test/builders.ts';
import { actionsOnComplaint } from '../complaint/actions.ts';
import { actionsOnServiceRecord } from '../service-record/actions.ts';
import { handleComplaint, receiveComplaint } from '../complaint/complaint.ts';
import { recordService, strikeServiceRecord } from '../service-record/service-record.ts';

const station = anOperatingStation();
const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', '420581');
const elsewhere = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');
const office = inRegion('TOWNSHIP_CIVIL_AFFAIRS', station.townshipCode);
const operator = ofAgency(OPERATOR_ID);
const stranger = ofAgency(anId('agy', 9));

const complaint = receiveComplaint(
  {
    id: anId('cmp', 1),
    kind: 'ATTITUDE',
    tookPlace: true,
    statement: publicText('上门时间多次变更', 'statement'),
  },
  station,
  { days: 15, today: TODAY },
).state;
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

describe('what is offered of a complaint', () => {
  it('is handling it, to the bureau of the county and to nobody else', () => {
    expect(actionsOnComplaint(bureau, complaint)).toEqual(['HANDLE', 'STRIKE']);
    for (const actor of [elsewhere, office, operator, PUBLIC_ACTOR])
      expect(actionsOnComplaint(actor, complaint)).toEqual([]);
  });

  it('is nothing once it is handled', () => {
    const handled = handleComplaint(
      complaint,
      { on: TODAY, outcome: 'UPHELD', result: publicText('已整改', 'result') },
      TODAY,
    );

    expect(actionsOnComplaint(bureau, handled.state)).toEqual([]);
  });
});

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
