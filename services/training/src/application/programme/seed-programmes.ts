import { SEEDED_PROGRAMMES } from '../../domain/programme/national-programmes.ts';
import { announceProgramme } from '../../domain/programme/programme.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'programmes' | 'unitOfWork' | 'clock' | 'newId'>;

/** Announces what every installation starts with; run again, or by two starters at once, it finds them there. */
export const seedProgrammes =
  ({ programmes, unitOfWork, clock, newId }: Deps) =>
  (): Promise<number> =>
    unitOfWork.run(async () => {
      await unitOfWork.hold('seeded-programmes');
      let announced = 0;
      for (const seed of SEEDED_PROGRAMMES) {
        if ((await programmes.findByCode(seed.code)) !== null) continue;
        await programmes.save(announceProgramme({ ...seed, id: newId('prg') }, clock.now()));
        announced += 1;
      }
      return announced;
    });
