import type { Publication } from '@qianshou/events';
import type { LifeEvent } from '../../domain/posting/life.ts';
import type { PostFacts } from '../../domain/posting/posting.ts';

type DutyEvent = LifeEvent<PostFacts>;

/** Days alone: why somebody is away is told to nobody. */
export function publishDutyEvent(event: DutyEvent, regionCode: string): Publication {
  const { type, ...data } = event;
  return { type: TYPES[type], data, regionCode } as Publication;
}

const TYPES = {
  'posting.leave-recorded': 'qianshou.personnel.posting-leave-recorded.v1',
  'posting.leave-corrected': 'qianshou.personnel.posting-leave-corrected.v1',
  'posting.leave-struck': 'qianshou.personnel.posting-leave-struck.v1',
  'posting.resigned': 'qianshou.personnel.posting-resigned.v1',
  'posting.term-moved': 'qianshou.personnel.posting-term-moved.v1',
  'posting.hand-over-changed': 'qianshou.personnel.posting-hand-over-changed.v1',
  'posting.corrected': 'qianshou.personnel.posting-corrected.v1',
  'posting.struck': 'qianshou.personnel.posting-struck.v1',
} as const satisfies Record<DutyEvent['type'], string>;

export function isDutyEvent(event: { readonly type: string }): event is DutyEvent {
  return event.type in TYPES;
}
