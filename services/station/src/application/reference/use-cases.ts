import type { Ports } from '../ports.ts';
import { findRule } from './find-rule.ts';
import { importReferenceFiles } from './import-reference-files.ts';
import { listChildRegions } from './list-child-regions.ts';
import { listCountiesWithin } from './list-counties-within.ts';
import { listLabels } from './list-labels.ts';
import { listPublishedFigures } from './list-published-figures.ts';
import { listRegions } from './list-regions.ts';
import { onAgencyMerged } from './on-agency-merged.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRegistrationChanged } from './on-agency-registration-changed.ts';
import { onAgencyRevised } from './on-agency-revised.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onWorkerRegistered } from './on-worker-registered.ts';

export function useCasesOfReference(ports: Ports) {
  return {
    findRule: findRule(ports),
    importReferenceFiles: importReferenceFiles(ports),
    listChildRegions: listChildRegions(ports),
    listCountiesWithin: listCountiesWithin(ports),
    listLabels: listLabels(ports),
    listPublishedFigures: listPublishedFigures(ports),
    listRegions: listRegions(ports),
    onAgencyMerged: onAgencyMerged(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRegistrationChanged: onAgencyRegistrationChanged(ports),
    onAgencyRevised: onAgencyRevised(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onWorkerRegistered: onWorkerRegistered(ports),
  };
}
