import { type Id, idParser } from '@qianshou/kernel';

export type StationId = Id<'sta'>;
export type CentreId = Id<'ctr'>;
export type VillageRoomId = Id<'vrm'>;
export type CheckId = Id<'chk'>;
export type ActivityId = Id<'sac'>;
export type CountyPolicyId = Id<'pol'>;
export type EvaluationId = Id<'sev'>;
export type ServiceRecordId = Id<'srv'>;
export type ComplaintId = Id<'cmp'>;
export type SuccessionId = Id<'rsn'>;
export type VisitId = Id<'vis'>;
/** Owned by pairing. */
export type AgencyId = Id<'agy'>;
/** Owned by personnel. */
export type PostingId = Id<'pst'>;
export type WorkerId = Id<'wkr'>;

export const stationId = idParser('sta');
export const centreId = idParser('ctr');
export const villageRoomId = idParser('vrm');
export const checkId = idParser('chk');
export const activityId = idParser('sac');
export const countyPolicyId = idParser('pol');
export const evaluationId = idParser('sev');
export const serviceRecordId = idParser('srv');
export const complaintId = idParser('cmp');
export const successionId = idParser('rsn');
export const visitId = idParser('vis');
export const workerId = idParser('wkr');
export const agencyId = idParser('agy');
export const postingId = idParser('pst');
