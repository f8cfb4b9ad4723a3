import type { PutRightTable } from '@qianshou/kernel';

/** Insight owns no facts: what is put right by its owner is put right here by the event that tells of it. */
export const insightPutRight: PutRightTable = { facts: [], nothing: [] };
