import type { Actor, Written } from '@qianshou/kernel';
import { mayOrganisePreJob } from '../../domain/reference/agency-replica.ts';
import { mayRun } from '../../domain/policy.ts';
import { type ClassPlan, holding, openClass, planClass } from '../../domain/class/training-class.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { requireReplaced } from '../../domain/class/replacement.ts';
import { fillOpened } from './open-training-class.ts';
import type { Ports } from '../ports.ts';

type Deps = Parameters<typeof fillOpened>[0] & Pick<Ports, 'programmes' | 'operatedSites'>;

export interface PlanTrainingClassInput extends Omit<Written<ClassPlan>, 'id'> {
  readonly programmeCode: string;
  readonly openAtOnce: boolean;
}

export const planTrainingClass =
  (deps: Deps) =>
  (input: PlanTrainingClassInput, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const { programmeCode, openAtOnce, ...plan } = input;
      const programme = await deps.programmes.getByCode(programmeCode);
      mayRun(actor, { ...plan, kind: programme.kind, ...holding(programme, plan) });
      const { state, events } = planClass(programme, { ...plan, id: deps.newId('cls') }, deps.clock.now());
      await requireOperator(deps, input);
      if (state.replacesClassId) requireReplaced(await deps.classes.get(state.replacesClassId), state);
      const planned = await deps.classes.save({ state, events });
      if (!openAtOnce) return planned;
      return fillOpened(deps, await deps.classes.save(openClass(planned, deps.clock.now())));
    });

async function requireOperator(deps: Deps, input: PlanTrainingClassInput): Promise<void> {
  const { organiserAgencyId: agencyId, regionCode: countyCode } = input;
  if (agencyId === null) return;
  const agency = await deps.agencies.find(agencyId);
  const operatesThere = await deps.operatedSites.hasAny(countyCode, agencyId);
  mayOrganisePreJob({ agencyId, agency, countyCode, operatesThere });
}
