import type { Standing } from '../application/question/answering.ts';

/** Regions are station's; here one is a key. */
export interface RegionStub {
  readonly code: string;
}

export type StandingParent = Standing;
