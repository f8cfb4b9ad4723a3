import type { Warning } from '@qianshou/kernel';
import type { StationReplica } from '../reference/replicas.ts';
import type { RewardAward } from './reward-award.ts';

/** TIER_LOST: what a demonstration award was accepted for is not there any more. It is shown; what was decided stands. */
export function isTierLost(
  { kind, status }: Pick<RewardAward, 'kind' | 'status'>,
  { demonstrationSince = null }: Pick<StationReplica, 'demonstrationSince'>,
): boolean {
  const accepted = status === 'ACCEPTED' || status === 'APPROVED' || status === 'PAID';
  return kind === 'DEMONSTRATION' && accepted && demonstrationSince === null;
}

/** What somebody should look at; nothing is taken back by itself. */
export function awardWarnings(award: RewardAward, station: StationReplica | null): readonly Warning[] {
  if (station === null || !isTierLost(award, station)) return [];
  return [
    {
      rule: 'FUN-4',
      figures: [{ name: 'TIER_LOST', value: 1, expected: 0 }],
      en: 'The station was accepted as a demonstration station and is none any more (TIER_LOST). An award that is not approved is not approved now; of a paid one, decide whether the money is asked back.',
      zh: '该站受理时为示范站，现已失去示范资格（TIER_LOST）。尚未批准的，现不予批准；已拨付的，请研究是否追回奖补资金。',
    },
  ];
}
