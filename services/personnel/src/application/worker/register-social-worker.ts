import { type Actor, type CalendarDate, chinaDay, type RegionCode } from '@qianshou/kernel';
import { openCase } from '../../domain/worker/identity-case.ts';
import type { AgencyId } from '../../domain/ids.ts';
import type { IdNumber, PersonName, Phone } from '../../domain/worker/personal-data.ts';
import { mayRegister } from '../../domain/worker/policy.ts';
import type { Education } from '../../domain/worker/person-facts.ts';
import { agreeOnBirth, registerWorker, type SocialWorker } from '../../domain/worker/social-worker.ts';
import { countingRefusals } from './counting-refusals.ts';
import { heldElsewhere } from './held-elsewhere.ts';
import { requireEmployer } from './require-employer.ts';
import { sealAll } from './seal-all.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<
  Ports,
  | 'agencies'
  | 'budget'
  | 'centres'
  | 'clock'
  | 'disclosures'
  | 'identityCases'
  | 'newId'
  | 'stations'
  | 'unitOfWork'
  | 'vault'
  | 'workers'
>;

export interface RegisterSocialWorkerInput {
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly directsOfficeOf: RegionCode | null;
  readonly name: PersonName;
  readonly phone: Phone | null;
  readonly idNumber: IdNumber | null;
  readonly birthYear: number;
  readonly localResident: boolean;
  readonly education: Education;
  readonly socialWorkSince: CalendarDate | null;
  readonly priorSocialWorkMonths: number;
}

export const registerSocialWorker =
  (deps: Deps) =>
  (input: RegisterSocialWorkerInput, actor: Actor): Promise<SocialWorker> =>
    countingRefusals(deps, 'registerSocialWorker', actor, () =>
      deps.unitOfWork.run(async () => {
        mayRegister(actor, input);
        const today = chinaDay(deps.clock.now());
        agreeOnBirth(input.birthYear, input.idNumber, today);
        await requireEmployer(deps, input, actor);
        const { name, phone, idNumber, ...open } = input;
        const sealed = sealAll(deps.vault, deps.newId('wkr'), { name, phone, idNumber });
        const elsewhere = await heldElsewhere(deps, sealed.idNumberIndex, actor);
        const saved = await deps.workers.save(registerWorker({ ...open, ...sealed }, today));
        for (const kept of elsewhere) {
          const id = deps.newId('idc');
          await deps.identityCases.save(openCase(id, 'ID_NUMBER', [kept, saved], today));
        }
        return saved;
      }),
    );
