import { type CalendarDate, NATION, publicText, type RegionCode } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClassInProgress, anOpenExamClass, aSeat, now, saved } from '../../../test/builders.ts';
import { certificateId } from '../ids.ts';
import {
  cancelCertificate,
  certificateNo,
  certificateSeries,
  issueCertificate,
} from './training-certificate.ts';

const day = '2026-03-12' as CalendarDate;
const issue = {
  id: certificateId('tct_01900000-0000-7000-8000-000000000034'),
  no: 'QS-420581-2026-000001',
  hours: 18,
  check: '0123456789AB',
  issuedOn: day,
};

describe('TRA-6 the number of a certificate', () => {
  it('names county, year and a running number', () => {
    expect(certificateNo(certificateSeries(aClassInProgress(), day), 1)).toBe('QS-420581-2026-000001');
  });

  it('names the nation for a national class, and the county of a township unit', () => {
    const national = anOpenExamClass({ regionCode: NATION });
    const township = anOpenExamClass({ regionCode: '420581100' as RegionCode });

    expect(certificateSeries(national, day)).toBe('QS-000000-2026');
    expect(certificateSeries(township, day)).toBe('QS-420581-2026');
  });

  it('differs for different running numbers, past the sixth digit too', () => {
    const running = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(running, running, (a, b) => {
        expect(certificateNo('QS-420581-2026', a) === certificateNo('QS-420581-2026', b)).toBe(a === b);
      }),
    );
  });
});

describe('TRA-6 cancelling a certificate', () => {
  const issued = saved(issueCertificate(aSeat(1), issue));

  it('keeps the record and its number', () => {
    const { state, events } = cancelCertificate(issued, publicText('出勤记录有误', 'reason'), now);

    expect(state).toMatchObject({ ...issued, status: 'CANCELLED', cancelReason: '出勤记录有误' });
    expect(events).toEqual([{ type: 'certificate.cancelled' }]);
  });

  it('happens once', () => {
    const cancelled = saved(cancelCertificate(issued, publicText('出勤记录有误', 'reason'), now));

    expect(() => cancelCertificate(cancelled, publicText('再次', 'reason'), now)).toThrow(
      expect.objectContaining({
        code: 'TRAINING_CERTIFICATE_ALREADY_CANCELLED',
        details: { rule: 'TRA-6', no: issued.no },
      }),
    );
  });

  it('says why', () => {
    expect(() => cancelCertificate(issued, publicText(' ', 'reason'), now)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
