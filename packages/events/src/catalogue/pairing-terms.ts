import { z } from 'zod';
import { id, region, year, oneOf } from '../fields.ts';

export const AGENCY = 'agy_01900000-0000-7000-8000-000000000001';
export const RECIPIENT = 'agy_01900000-0000-7000-8000-000000000002';
export const SCHEME = 'sch_01900000-0000-7000-8000-000000000003';
export const APPLICATION = 'app_01900000-0000-7000-8000-000000000004';
export const PAIRING = 'par_01900000-0000-7000-8000-000000000005';

export const agencyStatus = oneOf(['UNVERIFIED', 'REFUSED', 'ACTIVE', 'SUSPENDED', 'STRUCK_OFF', 'MERGED']);
export const pairingMode = oneOf(['CROSS_PROVINCE', 'INTRA_PROVINCE']);
export const countyTier = oneOf(['KEY_COUNTY', 'TIBET_XINJIANG', 'LEGACY_CONTINUED', 'OTHER']);
export const taskGroup = oneOf(['BUILD_STATION', 'GROW_AGENCY', 'TRAIN_TALENT', 'BUILD_SYSTEM']);

export const verdict = oneOf(['CONFIRMED', 'CONTESTED']);

export const parties = {
  pairingId: id('par'),
  schemeId: id('sch'),
  dispatchingAgencyId: id('agy'),
  recipientAgencyId: id('agy'),
  countyCode: region,
  countyTier,
  mode: pairingMode,
  taskGroups: z.array(taskGroup),
  cycleYear: year,
};

export const partiesExample = {
  pairingId: PAIRING,
  schemeId: SCHEME,
  dispatchingAgencyId: AGENCY,
  recipientAgencyId: RECIPIENT,
  countyCode: '640522',
  countyTier: 'KEY_COUNTY',
  mode: 'CROSS_PROVINCE',
  taskGroups: ['BUILD_STATION', 'GROW_AGENCY', 'TRAIN_TALENT', 'BUILD_SYSTEM'],
  cycleYear: 2026,
};

/** Of which pairing a record of its work is. */
export const work = { pairingId: id('par'), schemeId: id('sch'), countyCode: region };
export const workExample = { pairingId: PAIRING, schemeId: SCHEME, countyCode: '640522' };
