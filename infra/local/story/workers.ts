import { addMonths } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { operation } from './graph-client.ts';
import { type Person, profileOf } from './people.ts';
import type { Story } from './story.ts';
import { YIDU } from './yidu.ts';

export const REGISTER_WORKER = operation<{
  registerSocialWorker: { worker: { id: string } };
}>(/* GraphQL */ `
  mutation RegisterSocialWorker($input: RegisterSocialWorkerInput!) {
    registerSocialWorker(input: $input) {
      worker {
        id
      }
    }
  }
`);

export const RECORD_QUALIFICATION = operation(/* GraphQL */ `
  mutation RecordQualification($input: RecordQualificationInput!) {
    recordQualification(input: $input) {
      qualification {
        level
      }
    }
  }
`);

/** Who stands behind a worker: an agency that employs, or a township office that the worker directs. */
export interface Employment {
  readonly employerAgencyId?: string;
  /** The county that keeps the record; Yidu where it is left out. */
  readonly countyCode?: string;
  readonly directsOfficeOf?: string;
}

/** Registers a person, with the certificate where there is one. */
export async function registerWorker(
  { graph, today }: Story,
  registrar: string,
  person: Person,
  employment: Employment,
): Promise<string> {
  const { registerSocialWorker } = await graph.ask(registrar, REGISTER_WORKER, {
    input: { countyCode: YIDU, ...employment, ...profileOf(person, today) },
  });
  const workerId = registerSocialWorker.worker.id;
  if (person.certificate !== null) {
    await graph.ask(registrar, RECORD_QUALIFICATION, {
      input: {
        workerId,
        level: person.certificate,
        certificateNo: `${DEMO}-${person.certificate}-${person.number}`,
        obtainedOn: addMonths(today, -18),
      },
    });
  }
  return workerId;
}
