import { type Id, idParser } from '@qianshou/kernel';

export type EndpointId = Id<'whe'>;

export const endpointId = idParser('whe');
