import { type Actor, type CalendarDate, chinaDay, type RegionCode } from '@qianshou/kernel';
import { workerEmployerNotActive } from '../domain/errors.ts';
import type { AgencyId, WorkerId } from '../domain/ids.ts';
import type { IdNumber, PersonName, Phone } from '../domain/personal-data.ts';
import { mayRegister } from '../domain/policy.ts';
import { agreeOnBirth, type Education, registerWorker, type SocialWorker } from '../domain/social-worker.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'agencies' | 'clock' | 'newId' | 'vault' | 'workers'>;

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
  ({ workers, agencies, vault, clock, newId }: Deps) =>
  async (input: RegisterSocialWorkerInput, actor: Actor): Promise<SocialWorker> => {
    mayRegister(actor, input);
    agreeOnBirth(input.birthYear, input.idNumber);
    if (input.employerAgencyId !== null) requireActive(await agencies.get(input.employerAgencyId));
    const { name, phone, idNumber, ...open } = input;
    const sealed = sealAll(vault, newId('wkr'), { name, phone, idNumber });
    return workers.save(registerWorker({ ...open, ...sealed }, chinaDay(clock.now())));
  };

function requireActive({ status }: { readonly status: string }): void {
  if (status !== 'ACTIVE') throw workerEmployerNotActive({ status });
}

function sealAll(
  vault: Ports['vault'],
  id: WorkerId,
  { name, phone, idNumber }: Pick<RegisterSocialWorkerInput, 'idNumber' | 'name' | 'phone'>,
): Pick<SocialWorker, 'id' | 'idNumber' | 'idNumberIndex' | 'name' | 'phone'> {
  return {
    id,
    name: vault.seal({ workerId: id, field: 'NAME' }, name),
    phone: phone === null ? null : vault.seal({ workerId: id, field: 'PHONE' }, phone),
    idNumber: idNumber === null ? null : vault.seal({ workerId: id, field: 'ID_NUMBER' }, idNumber),
    idNumberIndex: idNumber === null ? null : vault.indexOf(idNumber),
  };
}
