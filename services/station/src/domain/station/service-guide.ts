import { badInput, type Change, isMobileNumber, MARK_WORDS, personalMarksFound } from '@qianshou/kernel';
import { stationClosed } from './errors.ts';
import { serviceOf } from '../reference/service-catalogue.ts';
import type { Station } from './station.ts';
import type { StationEvent } from './station-events.ts';
import type { ServiceGuide } from './guide.ts';

const PHONE = /^[\d+\- ()]{5,30}$/;

/** A newer guide takes the older one's place. */
export function publishServiceGuide(station: Station, guide: ServiceGuide): Change<Station, StationEvent> {
  if (station.status === 'CLOSED') throw stationClosed({ status: station.status });
  for (const code of guide.offers) serviceOf(code);
  if (new Set(guide.offers).size !== guide.offers.length) {
    throw badInput({ field: 'offers', reason: { en: 'names a service twice', zh: '同一服务重复填写' } });
  }
  if (guide.officePhone !== null && !PHONE.test(guide.officePhone)) {
    throw badInput({
      field: 'officePhone',
      reason: { en: 'expected digits, spaces, +, - and brackets', zh: '仅可使用数字、空格、+、- 和括号' },
    });
  }
  if (guide.officePhone !== null && isMobileNumber(guide.officePhone.replace(/\D/g, ''))) {
    throw personalMarksFound({ field: 'officePhone', marks: MARK_WORDS.PHONE });
  }
  return {
    state: { ...station, guide },
    events: [{ type: 'station.guidePublished', offers: guide.offers.length }],
  };
}
