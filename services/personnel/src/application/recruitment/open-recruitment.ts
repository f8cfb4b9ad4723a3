import { type Actor, type CalendarDate, type PublicText } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import { mayRecruit } from '../../domain/recruitment/policy.ts';
import { openNotice, type RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';
import { stationPlace } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { policyOf } from './on-notice.ts';

export interface OpenRecruitmentInput {
  readonly stationId: StationId;
  readonly postCount: number;
  readonly conditions: PublicText;
  /** Null: today. */
  readonly openedOn: CalendarDate | null;
  readonly closesOn: CalendarDate;
}

type Deps = Pick<Ports, 'clock' | 'newId' | 'policies' | 'recruitments' | 'stations' | 'unitOfWork'>;

export const openRecruitment =
  (deps: Deps) =>
  ({ stationId, openedOn, ...terms }: OpenRecruitmentInput, actor: Actor): Promise<RecruitmentNotice> =>
    deps.unitOfWork.run(async () => {
      const place = stationPlace(await deps.stations.get(stationId));
      mayRecruit(actor, place);
      const today = todayOf(deps);
      const input = { ...terms, id: deps.newId('rec'), openedOn: openedOn ?? today };
      const policy = await policyOf(deps, place);
      return deps.recruitments.save(openNotice(input, { place, policy }, today));
    });
