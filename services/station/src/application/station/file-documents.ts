import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationDocument } from '../../domain/station/site.ts';
import { fileDocuments as file } from '../../domain/station/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface FileDocumentsInput extends StationTarget {
  readonly documents: readonly StationDocument[];
}

export const fileDocuments =
  (ports: DecisionPorts) =>
  (input: FileDocumentsInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => file(station, input.documents, today),
    });
