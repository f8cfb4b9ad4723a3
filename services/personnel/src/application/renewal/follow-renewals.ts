import { type Change, chinaDay } from '@qianshou/kernel';
import type { Posting, PostingEvent } from '../../domain/posting/posting.ts';
import { lapseRenewal, proposeRenewal } from '../../domain/renewal/renewal.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'clock' | 'newId' | 'renewals'>;

/**
 * PER-10: whatever saves a post on which a clock has run out proposes a decision with it, and whatever leaves nothing
 * to be decided lets the proposal lapse, in the same transaction. No use case and no file can forget it.
 */
export function withRenewals<Stores extends Deps & Pick<Ports, 'postings'>>(stores: Stores): Stores {
  const { postings } = stores;
  return {
    ...stores,
    postings: {
      ...postings,
      save: async (change) => {
        const saved = await postings.save(change);
        await followRenewals(stores, change);
        return saved;
      },
      saveMany: async (changes) => {
        await postings.saveMany(changes);
        for (const change of changes) await followRenewals(stores, change);
      },
    },
  };
}

const SETTLES: readonly PostingEvent['type'][] = [
  'certificate.requirement-met',
  'certificate.clock-moved',
  'posting.ended',
  'posting.struck',
];

async function followRenewals(
  { renewals, newId, clock }: Deps,
  { state: posting, events }: Change<Posting, PostingEvent>,
): Promise<void> {
  const isOverdue = posting.status === 'CERT_OVERDUE';
  const concerns = events.some(({ type }) => type === 'certificate.overdue' || SETTLES.includes(type));
  if (!concerns) return;
  const today = chinaDay(clock.now());
  const open = await renewals.findOpenOf(posting.id);
  const stays = isOverdue && open?.deadline === posting.clock.deadline;
  if (open !== null && !stays) await renewals.save(lapseRenewal(open, today));
  if (isOverdue && !stays) await renewals.save(proposeRenewal(newId('rnw'), posting, today));
}
