import { chinaDay, type Command, decision, type PublicText, type RegionCode } from '@qianshou/kernel';
import {
  approveSwitch,
  asDeclared,
  type FourEyesSwitch,
  proposeSwitch,
} from '../../domain/four-eyes/four-eyes-switch.ts';
import { mayDecide, maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { FourEyesName } from '../../domain/reference/four-eyes-pairs.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'fourEyesSwitches' | 'unitOfWork' | 'clock' | 'newId'>;

export interface FourEyesTarget {
  readonly countyCode: RegionCode;
  readonly pair: FourEyesName;
  readonly idempotencyKey: string;
}

export interface ProposeFourEyesInput extends FourEyesTarget {
  readonly holds: boolean;
  readonly reason: PublicText;
  readonly document: PublicText;
}

const onPair = ({ fourEyesSwitches, newId }: Deps) => ({
  lock: ({ countyCode, pair }: FourEyesTarget) => `four-eyes:${countyCode}/${pair}`,
  load: async ({ countyCode, pair }: FourEyesTarget): Promise<FourEyesSwitch> => {
    const [decided = []] = await fourEyesSwitches.ofCounties([countyCode]);
    const known = decided.find((each) => each.pair === pair);
    return known ?? asDeclared({ id: newId('fes'), countyCode, pair });
  },
});

export const proposeFourEyesSwitch = (deps: Deps): Command<ProposeFourEyesInput, FourEyesSwitch> =>
  decision(deps.unitOfWork, {
    ...onPair(deps),
    once: 'proposeFourEyesSwitch',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (state, { holds, reason, document }, actor) =>
      proposeSwitch(state, { holds, reason, document, by: subjectOf(actor), on: chinaDay(deps.clock.now()) }),
    save: deps.fourEyesSwitches.save,
  });

/** FUN-10: the county's setting is itself decided by two. */
export const approveFourEyesSwitch = (deps: Deps): Command<FourEyesTarget, FourEyesSwitch> =>
  decision(deps.unitOfWork, {
    ...onPair(deps),
    once: 'approveFourEyesSwitch',
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
    decide: (state, _input, actor) =>
      approveSwitch(state, { by: subjectOf(actor), on: chinaDay(deps.clock.now()) }),
    save: deps.fourEyesSwitches.save,
  });
