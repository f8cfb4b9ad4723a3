import { defineError } from '@qianshou/kernel';

export const stationVisitNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'STATION_VISIT_NOT_FOUND',
  en: 'There is no visit {id}.',
  zh: '没有编号为 {id} 的督导巡查记录。',
});

export const stationVisitStruck = defineError({
  kind: 'CONFLICT',
  code: 'STATION_VISIT_STRUCK',
  en: 'The visit was struck out on {on} already. Record the right one anew.',
  zh: '该巡查记录已于 {on} 作废。请重新登记。',
});

export const stationVisitNothingToFollow = defineError({
  kind: 'CONFLICT',
  code: 'STATION_VISIT_NOTHING_TO_FOLLOW',
  en: 'The visit asked for no follow-up, or it was followed up already. Record a new visit where something is found again.',
  zh: '该次巡查未要求跟进或已完成跟进。如再发现问题，请登记新的巡查。',
});
