import { POSTING, STATION, WORKER } from './example-ids.ts';
import { id, oneOf, region } from '../fields.ts';

export const postingRole = oneOf([
  'STATION_HEAD',
  'DEPUTY_HEAD',
  'RESIDENT',
  'CENTRE_WORKER',
  'SUPERVISOR',
  'DISPATCHED',
  'RECIPIENT_TRAINEE',
]);

/** What every fact about a post says. */
export const post = {
  postingId: id('pst'),
  workerId: id('wkr'),
  stationId: id('sta').nullable(),
  centreId: id('ctr').nullable(),
  role: postingRole,
  countyCode: region,
};
export const postExample = {
  postingId: POSTING,
  workerId: WORKER,
  stationId: STATION,
  centreId: null,
  role: 'RESIDENT',
  countyCode: '420581',
};
