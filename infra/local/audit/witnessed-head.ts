import { readFileSync } from 'node:fs';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { z } from 'zod';
import { SetupError } from '../setup-error.ts';

/** A head that somebody kept, as the graph or the event told it. */
export interface WitnessedHead {
  readonly service: ServiceName;
  readonly size: number;
  readonly root: string;
}

const head = z.object({ service: z.enum(SERVICES), size: z.int().min(1), root: z.string().length(44) });

/** One head or a list of them. */
export function readHead(file: string): readonly WitnessedHead[] {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return z.array(head).parse(Array.isArray(content) ? content : [content]);
  } catch (error) {
    throw new SetupError(`${file} holds no head: ${error instanceof Error ? error.message : String(error)}`, [
      'ask for one and keep it: { stationAuditHead { service size root at keyId signature } }',
    ]);
  }
}
