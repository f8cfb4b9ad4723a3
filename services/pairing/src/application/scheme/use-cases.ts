import type { Ports } from '../ports.ts';
import { adoptSchemePolicy } from './adopt-scheme-policy.ts';
import { authorityToday } from './authority-today.ts';
import { changeSchemeAuthority } from './change-scheme-authority.ts';
import { changeSchemeQuota } from './change-scheme-quota.ts';
import { closeProgrammePhase } from './close-programme-phase.ts';
import { correctProgrammePhase } from './correct-programme-phase.ts';
import { listCooperationSchemes } from './list-cooperation-schemes.ts';
import { listProgrammePhases } from './list-programme-phases.ts';
import { openCooperationScheme } from './open-cooperation-scheme.ts';
import { openProgrammePhase } from './open-programme-phase.ts';
import { correctCooperationScheme, strikeCooperationScheme } from './put-scheme-right.ts';
import { reopenProgrammePhase } from './reopen-programme-phase.ts';
import { seedProgrammePhases } from './seed-programme-phases.ts';

export function useCasesOfScheme(ports: Ports) {
  return {
    adoptSchemePolicy: adoptSchemePolicy(ports),
    authorityToday: authorityToday(ports),
    changeSchemeAuthority: changeSchemeAuthority(ports),
    changeSchemeQuota: changeSchemeQuota(ports),
    correctCooperationScheme: correctCooperationScheme(ports),
    strikeCooperationScheme: strikeCooperationScheme(ports),
    closeProgrammePhase: closeProgrammePhase(ports),
    correctProgrammePhase: correctProgrammePhase(ports),
    listCooperationSchemes: listCooperationSchemes(ports),
    listProgrammePhases: listProgrammePhases(ports),
    openCooperationScheme: openCooperationScheme(ports),
    openProgrammePhase: openProgrammePhase(ports),
    reopenProgrammePhase: reopenProgrammePhase(ports),
    seedProgrammePhases: seedProgrammePhases(ports),
  };
}
