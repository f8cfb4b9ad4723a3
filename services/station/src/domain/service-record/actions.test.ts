import { type Actor, addDays, PUBLIC_ACTOR, publicText, recordedBy } from '@qianshou/kernel';
import { inRegion, ofAgency } from '@qianshou/testing';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, OPERATOR_ID, TODAY } from '../../../test/builders.ts';
import { actionsOnServiceRecord } from './actions.ts';
import { DEFAULT_STATION_RULES } from '../county/station-rules.ts';
import { recordService } from './service-record.ts';
import { strikeServiceRecord } from './service-record-correction.ts';

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

const facts = { station, rules: DEFAULT_STATION_RULES, today: TODAY };
const by = (actor: Actor, on = TODAY) =>
  recordedBy(actor, on, {
    roles: ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'],
    regions: [station.townshipCode],
    agencies: [OPERATOR_ID],
  });

describe('what is offered of a service record', () => {
  it('is putting it right, to whoever entered it and to who oversees them', () => {
    const ofOffice = { ...record, recorded: by(office) };

    for (const actor of [office, bureau])
      expect(actionsOnServiceRecord(actor, ofOffice, facts)).toEqual(['CORRECT', 'STRIKE']);
    for (const actor of [elsewhere, operator, stranger, inRegion('EVALUATOR', '420581'), PUBLIC_ACTOR])
      expect(actionsOnServiceRecord(actor, ofOffice, facts)).toEqual([]);
  });

  it('ends after some days for whoever entered it', () => {
    const early = { ...record, recorded: by(operator, addDays(TODAY, -8)) };

    expect(actionsOnServiceRecord(operator, early, facts)).toEqual([]);
    expect(actionsOnServiceRecord(bureau, early, facts)).toEqual(['CORRECT', 'STRIKE']);
  });

  it('is nothing once it is struck out', () => {
    const grounds = { reason: publicText('误登', 'reason'), evidence: null };
    const struck = strikeServiceRecord(record, grounds, TODAY).state;

    expect(actionsOnServiceRecord(bureau, struck, facts)).toEqual([]);
  });
});
