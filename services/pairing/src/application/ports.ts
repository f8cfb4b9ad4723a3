import type { Clock, NewId, UnitOfWork } from '@qianshou/kernel';
import type { CountyFactsPorts, Counties } from './county/ports.ts';
import type { ExitStandingPorts } from './exit/ports.ts';
import type { Policies } from './reference/ports.ts';
import type { WorkPorts } from './work/ports.ts';
import type { Agencies } from './agency/ports.ts';
import type { Phases, Schemes } from './scheme/ports.ts';
import type { Applications } from './application/ports.ts';
import type { Pairings } from './pairing/ports.ts';

export interface Ports extends WorkPorts, CountyFactsPorts, ExitStandingPorts {
  readonly agencies: Agencies;
  readonly phases: Phases;
  readonly schemes: Schemes;
  readonly applications: Applications;
  readonly pairings: Pairings;
  readonly counties: Counties;
  readonly policies: Policies;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
