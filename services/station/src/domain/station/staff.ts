import type { PostingId } from '../ids.ts';

export type StaffRole = 'STATION_HEAD' | 'DEPUTY_HEAD' | 'RESIDENT';

/** Somebody on duty: ids only, the person is personnel's. */
export interface StaffMember {
  readonly postingId: PostingId;
  readonly role: StaffRole;
}
