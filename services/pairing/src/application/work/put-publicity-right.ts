import {
  type CalendarDate,
  type Change,
  chinaDay,
  type Command,
  correctionTimeIn,
  decision,
  type Grounds,
  mayPutRight,
  type Written,
} from '@qianshou/kernel';
import type { PublicityId } from '../../domain/ids.ts';
import {
  correctPublicity,
  type PublicityEvent,
  type PublicityFacts,
  type PublicityItem,
  strikePublicity,
} from '../../domain/work/publicity-item.ts';
import { publicityToPutRight } from '../../domain/work/putting-right.ts';
import type { Ports } from '../ports.ts';

export interface StrikePublicityItemInput extends Grounds {
  readonly publicityId: PublicityId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface CorrectPublicityItemInput extends StrikePublicityItemInput {
  readonly corrected: Partial<Written<PublicityFacts>>;
}

type Deps = Pick<Ports, 'publicity' | 'unitOfWork' | 'clock' | 'policies'>;

/** Who recorded it may for some days, who oversees them always. */
function puttingRight<Input extends StrikePublicityItemInput>(
  once: string,
  { publicity, unitOfWork, clock, policies }: Deps,
  decide: (item: PublicityItem, input: Input, today: CalendarDate) => Change<PublicityItem, PublicityEvent>,
): Command<Input, PublicityItem> {
  const today = () => chinaDay(clock.now());
  return decision(unitOfWork, {
    once,
    load: ({ publicityId }: Input) => publicity.get(publicityId),
    may: async (actor, item) => {
      const time = await correctionTimeIn({ policies, clock }, item.regionCode);
      mayPutRight(actor, publicityToPutRight(actor, item, time));
    },
    decide: (item, input) => decide(item, input, today()),
    save: publicity.save,
  });
}

export const strikePublicityItem = (ports: Deps): Command<StrikePublicityItemInput, PublicityItem> =>
  puttingRight('strikePublicityItem', ports, strikePublicity);

export const correctPublicityItem = (ports: Deps): Command<CorrectPublicityItemInput, PublicityItem> =>
  puttingRight('correctPublicityItem', ports, (item, { corrected, reason, evidence }, today) =>
    correctPublicity(item, corrected, { reason, evidence, today }),
  );
