import type { WorkerId } from '../../domain/ids.ts';
import type { IdNumber, PersonName, Phone } from '../../domain/worker/personal-data.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

interface PersonalFields {
  readonly name: PersonName;
  readonly phone: Phone | null;
  readonly idNumber: IdNumber | null;
}

export function sealAll(
  vault: Ports['vault'],
  id: WorkerId,
  { name, phone, idNumber }: PersonalFields,
): Pick<SocialWorker, 'id' | 'idNumber' | 'idNumberIndex' | 'name' | 'phone'> {
  return {
    id,
    name: vault.seal({ workerId: id, field: 'NAME' }, name),
    phone: phone === null ? null : vault.seal({ workerId: id, field: 'PHONE' }, phone),
    idNumber: idNumber === null ? null : vault.seal({ workerId: id, field: 'ID_NUMBER' }, idNumber),
    idNumberIndex: idNumber === null ? null : vault.indexOf(idNumber),
  };
}
