import type { Programme } from '../../domain/programme/programme.ts';
import type { Ports } from '../ports.ts';

export const findProgramme =
  ({ programmes }: Pick<Ports, 'programmes'>) =>
  (code: string): Promise<Programme | null> =>
    programmes.findByCode(code);
