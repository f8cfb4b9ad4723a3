import type { CopiesOfOthers } from '@qianshou/service-kit/copies';

/** None: what it knows of the services is their log, which is no copy of a state. */
export const partnersCopies: CopiesOfOthers = { kept: {}, fedBy: [], deeds: [] };
