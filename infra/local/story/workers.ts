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

export const RECORD_QUALIFICATION = operation<{
  recordQualification: { qualification: { id: string } };
}>(/* GraphQL */ `
  mutation RecordQualification($input: RecordQualificationInput!) {
    recordQualification(input: $input) {
      qualification {
        id
      }
    }
  }
`);

const VERIFY_QUALIFICATION = operation(/* GraphQL */ `
  mutation VerifyQualification($input: VerifyQualificationInput!) {
    verifyQualification(input: $input) {
      qualification {
        status
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
    const { recordQualification } = await graph.ask(registrar, RECORD_QUALIFICATION, {
      input: {
        workerId,
        level: person.certificate,
        certificateNo: `${DEMO}-${person.certificate}-${person.number}`,
        obtainedOn: addMonths(today, -18),
      },
    });
    await verify(graph, employment.countyCode, recordQualification.qualification.id);
  }
  return workerId;
}

/** PER-2: a certificate counts for a deputy head once the bureau of the county has seen it. */
async function verify(graph: Story['graph'], countyCode: string | undefined, qualificationId: string) {
  if (countyCode !== undefined && countyCode !== YIDU) return;
  await graph.ask('yidu-bureau', VERIFY_QUALIFICATION, { input: { qualificationId } });
}
