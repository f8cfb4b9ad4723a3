import { isWithin, type RegionCode } from '@qianshou/kernel';
import { typePatternUnknown } from '../errors.ts';
import { disclosed, DISCLOSED_TYPES, type Told } from './disclosure.ts';
import { isWithinReach, type Reach } from './reader.ts';

/** What of what they may see somebody wants to see. */
export interface Selection {
  /** Types, or beginnings of types that end in `*`; of all where none are named. */
  readonly types: readonly string[];
  readonly region: RegionCode | null;
}

export const EVERYTHING: Selection = { types: [], region: null };

/** @throws where a pattern names nothing that is told to anybody: it would wait for ever. */
export function selectionOf(types: readonly string[], region: RegionCode | null): Selection {
  for (const pattern of types) {
    if (!DISCLOSED_TYPES.some((type) => matches(pattern, type))) throw typePatternUnknown({ pattern });
  }
  return { types, region };
}

function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

/** An event as this reader gets it; null for what they may not see or did not ask for. */
export function seenBy<Event extends Told>(reach: Reach, selection: Selection, event: Event): Event | null {
  if (!isWithinReach(reach, event)) return null;
  return isSelected(selection, event) ? disclosed(event) : null;
}

function isSelected({ types, region }: Selection, { type, regioncode }: Told): boolean {
  const ofType = types.length === 0 || types.some((pattern) => matches(pattern, type));
  if (!ofType || region === null) return ofType;
  return regioncode !== undefined && isWithin(regioncode as RegionCode, region);
}
