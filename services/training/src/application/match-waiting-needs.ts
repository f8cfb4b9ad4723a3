import { requireOpen } from '../domain/training-class.ts';
import { holdClass } from './hold-class.ts';
import { placeWaitingNeeds } from './place-needs.ts';
import type { Ports } from './ports.ts';

type Deps = Parameters<typeof placeWaitingNeeds>[0] & Pick<Ports, 'classes' | 'needs'>;

/** Brings together what missed each other: a need that arrived while a wider class opened. */
export const matchWaitingNeeds = (deps: Deps) => async (): Promise<number> => {
  let matched = 0;
  for (const open of await deps.classes.listOpenForNeeds()) {
    if ((await deps.needs.listFor(open, 1)).length === 0) continue;
    await deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, open.id);
      if (group.status === 'OPEN') await placeWaitingNeeds(deps, requireOpen(group));
    });
    matched += 1;
  }
  return matched;
};
