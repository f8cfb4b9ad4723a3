import { PUBLIC_ACTOR, publicText } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, OPERATOR_ID, TODAY } from '../../../test/builders.ts';
import { actionsOnComplaint } from './actions.ts';
import { handleComplaint, receiveComplaint } from './complaint.ts';

const station = anOperatingStation();
const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', '420581');
const elsewhere = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');
const office = inRegion('TOWNSHIP_CIVIL_AFFAIRS', station.townshipCode);
const operator = ofAgency(OPERATOR_ID);

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
