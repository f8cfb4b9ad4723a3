import type { CentreId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

/** What every change of a guidance centre says. */
export interface CentreTarget {
  readonly centreId: CentreId;
  readonly expectedVersion: number | null;
}

export const onCentre = ({ centres }: Pick<Ports, 'centres'>) => ({
  load: ({ centreId }: CentreTarget) => centres.get(centreId),
});
