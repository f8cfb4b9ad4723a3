/** Of the objects that events of several areas speak of in their examples: one story, whoever tells it. */
export const CHECK = 'chk_01900000-0000-7000-8000-000000000014';
export const CONTRACT = 'con_01900000-0000-7000-8000-000000000043';
export const OPERATOR = 'agy_01900000-0000-7000-8000-000000000001';
export const POSTING = 'pst_01900000-0000-7000-8000-000000000023';
export const PURCHASE = 'pur_01900000-0000-7000-8000-000000000047';
export const STATION = 'sta_01900000-0000-7000-8000-000000000011';
export const STATION_EVALUATION = 'sev_01900000-0000-7000-8000-000000000016';
export const WORKER = 'wkr_01900000-0000-7000-8000-000000000021';
