import type { ImportKind } from '@qianshou/kernel';
import type { Ports } from '../ports.ts';
import { importEmployments } from './import-employments.ts';
import { importExamResults } from './import-exam-results.ts';
import { importPostings } from './import-postings.ts';
import { importQualifications } from './import-qualifications.ts';
import { importWorkers } from './import-workers.ts';

export function importKinds(ports: Ports): readonly ImportKind[] {
  return [
    importWorkers(ports),
    importEmployments(ports),
    importQualifications(ports),
    importExamResults(ports),
    importPostings(ports),
  ];
}
