import { type CalendarDate, eachOf } from '@qianshou/kernel';
import { activityId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { lastDayOf } from '../../domain/work/pairing-last-day.ts';
import type { SupportActivity } from '../../domain/work/support-activity.ts';
import { isBegun } from '../../domain/work/work-span.ts';
import { overAlready } from './mend-words.ts';
import type { ActivityFilter } from './ports.ts';
import { type StrikeActivityDeps, strikeWork } from './strike-support-activity.ts';

const STANDING: ActivityFilter = {
  pairingId: null,
  schemeId: null,
  within: null,
  dispatchingAgencyId: null,
  days: null,
  taskGroup: null,
  kind: null,
  struck: false,
};

const REASON =
  '\u65E5\u671F\u4E0D\u5728\u7ED3\u5BF9\u671F\u95F4\u5185 / held outside the days of the pairing';

/** Activities on days that their pairing does not have, logged before a day was compared with it. */
export const activitiesOutsidePairings = (ports: StrikeActivityDeps) => ({
  kind: 'activity-outside-pairing',
  find: async function* () {
    for await (const activity of eachOf((page) => ports.activities.list(STANDING, 'ASC', page))) {
      const pairing = await ports.pairings.get(activity.pairingId);
      if (isOutside(activity.heldOn, pairing)) yield flawOf(activity, pairing);
    }
  },
  change: (id: string): Promise<void> =>
    ports.unitOfWork.run(async () => {
      const activity = await ports.activities.get(activityId(id));
      const isRight = !isOutside(activity.heldOn, await ports.pairings.get(activity.pairingId));
      if (activity.struck !== null || isRight) return;
      await strikeWork(ports, activity, { reason: REASON, evidence: null });
    }),
});

function isOutside(day: CalendarDate, pairing: Pairing): boolean {
  const last = lastDayOf(pairing);
  return (pairing.startsOn !== null && day < pairing.startsOn) || (last !== null && day > last);
}

function flawOf({ id, heldOn }: SupportActivity, pairing: Pairing) {
  const days = `${pairing.startsOn ?? ''} to ${lastDayOf(pairing) ?? ''}`;
  const byHand = isBegun(pairing) ? null : overAlready(pairing.status);
  return { id, was: `held on ${heldOn}, outside ${days}`, becomes: 'struck', byHand };
}
