import { eachApart, pagesOf } from '@qianshou/kernel';
import type { OpenClass } from '../../domain/class/class-state.ts';
import { requireOpen } from '../../domain/class/training-class.ts';
import { holdClass } from './hold-class.ts';
import { placeWaitingNeeds } from './place-needs.ts';
import type { Ports } from '../ports.ts';

type Deps = Parameters<typeof placeWaitingNeeds>[0] & Pick<Ports, 'classes' | 'needs'>;

/** Brings together what missed each other: a need that arrived while a wider class opened. */
export const matchWaitingNeeds = (deps: Deps) => (): Promise<number> =>
  eachApart(awaited(deps), ({ id }) =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, id);
      if (group.status === 'OPEN') await placeWaitingNeeds(deps, requireOpen(group));
    }),
  );

/** Open classes that somebody waits for, asked a page at a time. */
async function* awaited({ classes, needs }: Deps): AsyncGenerator<OpenClass> {
  for await (const page of pagesOf(classes.listOpenForNeeds)) yield* await needs.awaitedAmong(page);
}
