import type { Actor, Page } from '@qianshou/kernel';
import type { TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import { reachOf } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import type { CertificatesAsked } from './ports.ts';

/** A person's record: authorities of the region, the agencies concerned and the worker see it. */
export const listCertificates =
  ({ certificates }: Pick<Ports, 'certificates'>) =>
  (asked: CertificatesAsked, actor: Actor): Promise<Page<TrainingCertificate>> =>
    certificates.list(asked, reachOf(actor));
