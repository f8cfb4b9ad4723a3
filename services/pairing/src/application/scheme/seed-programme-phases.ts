import { closePhase, openPhase, PLAN_OF_2021 } from '../../domain/scheme/programme-phase.ts';
import { PHASES_KEY } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'phases' | 'unitOfWork'>;

/** Enters the plan's own phase, over since 2025, as history; run again, it finds it there. */
export const seedProgrammePhases =
  ({ phases, unitOfWork }: Deps) =>
  (): Promise<void> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold(PHASES_KEY);
      if ((await phases.find(PLAN_OF_2021.id)) !== null) return;
      const opened = openPhase(PLAN_OF_2021, []);
      const closed = closePhase(opened.state);
      await phases.save({ state: closed.state, events: [...opened.events, ...closed.events] });
    });
