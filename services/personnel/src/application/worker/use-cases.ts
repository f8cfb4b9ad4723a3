import type { Ports } from '../ports.ts';
import { findWorkerByIdNumber } from './find-worker-by-id-number.ts';
import { listIdentityCases } from './list-identity-cases.ts';
import { listSocialWorkers } from './list-social-workers.ts';
import { registerSocialWorker } from './register-social-worker.ts';
import { revealPersonalField } from './reveal-personal-field.ts';
import { settleIdentityCase } from './settle-identity-case.ts';
import { showPersonalField } from './show-personal-field.ts';

export function useCasesOfWorker(ports: Ports) {
  return {
    findWorkerByIdNumber: findWorkerByIdNumber(ports),
    listIdentityCases: listIdentityCases(ports),
    listSocialWorkers: listSocialWorkers(ports),
    registerSocialWorker: registerSocialWorker(ports),
    revealPersonalField: revealPersonalField(ports),
    settleIdentityCase: settleIdentityCase(ports),
    showPersonalField: showPersonalField(ports),
  };
}
