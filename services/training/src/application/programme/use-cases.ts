import type { Ports } from '../ports.ts';
import { announceProgramme } from './announce-programme.ts';
import { closeProgramme, reviseProgramme } from './change-programme.ts';
import { findProgramme } from './find-programme.ts';
import { listProgrammes } from './list-programmes.ts';
import { seedProgrammes } from './seed-programmes.ts';

export function useCasesOfProgramme(ports: Ports) {
  return {
    announceProgramme: announceProgramme(ports),
    closeProgramme: closeProgramme(ports),
    reviseProgramme: reviseProgramme(ports),
    findProgramme: findProgramme(ports),
    listProgrammes: listProgrammes(ports),
    seedProgrammes: seedProgrammes(ports),
  };
}
