import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aCandidate,
  aProposal,
  aResident,
  aTrainee,
  day,
  HONGHUATAO,
  POSTING,
  recruitment,
  saved,
  signer,
  TODAY,
} from '../../../test/builders.ts';
import { end, recordPast, start, startTrained } from './posting-duty.ts';
import { propose } from './posting-recruitment.ts';

const uncertified = { certified: false, eligibleFrom: day('2023-06-01') };

function aProposedHead() {
  const facts = recruitment({ candidate: aCandidate({ directsOfficeOf: HONGHUATAO }) });
  return saved(propose(aProposal('STATION_HEAD'), facts, { ...signer, party: null }));
}

describe('PER-7 no duty before the pre-job training', () => {
  it('refuses to start a resident by hand, signed or not', () => {
    const unsigned = propose(aProposal('RESIDENT'), recruitment(), { ...signer, party: 'OPERATOR' }).state;

    for (const posting of [aTrainee(), unsigned]) {
      expect(() => start(posting, TODAY, uncertified, TODAY)).toThrow(
        expect.objectContaining({
          code: 'POSTING_LACKS_PRE_JOB_TRAINING',
          details: expect.objectContaining({ rule: 'PER-7' }),
        }),
      );
    }
  });

  it('starts a resident with the passed training, not before the agreed day', () => {
    const training = { certificateNo: 'QS-1', passedOn: day('2026-02-20') };
    const { state, events } = startTrained(aTrainee(), training, uncertified);

    expect(state).toMatchObject({ status: 'ON_DUTY', startedOn: '2026-03-01', certificate: 'WAITING' });
    expect(state.preJobTraining).toEqual(training);
    expect(events).toMatchObject([
      { type: 'posting.started', standing: 'UNCERTIFIED', startedOn: '2026-03-01' },
    ]);
  });

  it('starts a resident on the day of passing when that is later', () => {
    const training = { certificateNo: 'QS-1', passedOn: day('2026-03-12') };

    expect(startTrained(aTrainee(), training, uncertified).state.startedOn).toBe('2026-03-12');
  });

  it('asks nothing of an official who heads the station', () => {
    const { state, events } = start(aProposedHead(), TODAY, uncertified, TODAY);

    expect(state).toMatchObject({ status: 'ON_DUTY', certificate: 'NOT_REQUIRED', reviewFrom: null });
    expect(events).toMatchObject([{ standing: 'NOT_REQUIRED' }]);
  });
});

describe('starting a posting', () => {
  it('is refused with a day in the future, and twice', () => {
    const head = aProposedHead();
    const onDuty = saved(start(head, TODAY, uncertified, TODAY));

    expect(() => start(head, day('2001-01-01'), uncertified, TODAY)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );

    expect(() => start(head, day('2026-11-21'), uncertified, TODAY)).toThrow(
      expect.objectContaining({ code: 'POSTING_DATE_IN_FUTURE' }),
    );
    expect(() => start(onDuty, TODAY, uncertified, TODAY)).toThrow(
      expect.objectContaining({ code: 'POSTING_NOT_PROPOSED' }),
    );
  });
});

describe('entering a past posting', () => {
  const input = {
    id: POSTING,
    role: 'RESIDENT',
    startedOn: day('2025-01-20'),
    educationException: null,
    preJobCertificateNo: 'DEMO-PJ-1',
    source: publicText('file 7', 'source'),
  } as const;

  it('puts the worker on duty since that day, with three facts that need no training', () => {
    const { state, events } = recordPast(input, recruitment(), uncertified, TODAY);

    expect(state).toMatchObject({
      status: 'ON_DUTY',
      origin: 'HISTORY',
      historySource: 'file 7',
      preJobTraining: { certificateNo: 'DEMO-PJ-1', passedOn: null },
    });
    expect(events).toMatchObject([
      { type: 'posting.drafted', startsOn: '2025-01-20' },
      { type: 'posting.proposed', needsPreJobTraining: false },
      { type: 'posting.started', startedOn: '2025-01-20' },
    ]);
  });

  it('is refused without the certificate of the training (PER-7), and for a seat that is taken (PER-3)', () => {
    expect(() =>
      recordPast({ ...input, preJobCertificateNo: null }, recruitment(), uncertified, TODAY),
    ).toThrow(expect.objectContaining({ code: 'POSTING_HISTORY_LACKS_TRAINING' }));
    expect(() => recordPast(input, recruitment({ occupied: 1 }), uncertified, TODAY)).toThrow(
      expect.objectContaining({ code: 'POSTING_RESIDENT_SEATS_TAKEN' }),
    );
  });
});

describe('ending a posting', () => {
  const leaving = { endedOn: TODAY, reason: publicText('moved away', 'reason') };

  it('tells how it counted before', () => {
    const { state, events } = end(
      aResident('2025-01-20', { ...uncertified, certified: true }),
      leaving,
      TODAY,
    );

    expect(state).toMatchObject({ status: 'LEFT', endedOn: TODAY, reviewFrom: null });
    expect(events).toMatchObject([{ wasOnDuty: true, standingBefore: 'CERTIFIED' }]);
  });

  it('frees the seat of someone who never came on duty', () => {
    expect(end(aTrainee(), leaving, TODAY).events).toMatchObject([
      { wasOnDuty: false, standingBefore: 'OFF_DUTY' },
    ]);
  });

  it('keeps its reason out of the event', () => {
    const { events } = end(aTrainee(), leaving, TODAY);

    expect(JSON.stringify(events)).not.toContain('moved away');
  });

  it('is refused before the first day, in the future, and twice', () => {
    const resident = aResident('2025-01-20', uncertified);
    const left = end(resident, leaving, TODAY).state;

    expect(() => end(resident, { ...leaving, endedOn: day('2025-01-19') }, TODAY)).toThrow(
      expect.objectContaining({ code: 'POSTING_ENDS_BEFORE_START' }),
    );
    expect(() => end(resident, { ...leaving, endedOn: day('2026-11-21') }, TODAY)).toThrow(
      expect.objectContaining({ code: 'POSTING_DATE_IN_FUTURE' }),
    );
    expect(() => end(left, leaving, TODAY)).toThrow(
      expect.objectContaining({ code: 'POSTING_ALREADY_LEFT' }),
    );
  });
});
