import { type ErrorDetails, type ErrorFactory, placesIn } from '@qianshou/kernel';
import { isDuplicateKey } from '../mongo/transaction.ts';

/** A unique index's refusal is the rule it stands for: said in words of the record, never of the database. */
export function refusalOfTaken(
  error: unknown,
  unique: Readonly<Record<string, ErrorFactory>>,
  state: object | null,
): unknown {
  const field = isDuplicateKey(error) ? Object.keys(error['keyPattern'] as object)[0] : undefined;
  const refusal = field === undefined ? undefined : unique[field];
  return refusal === undefined ? error : refusal(factsFor(refusal, state));
}

/** What the refusal speaks of, as far as the record that was to be saved says it. */
function factsFor({ definition }: ErrorFactory, state: object | null): ErrorDetails {
  const facts = (state ?? {}) as Readonly<Record<string, unknown>>;
  const places = placesIn(definition.en + definition.zh).filter(({ name }) => name in facts);
  return Object.fromEntries(places.map(({ name }) => [name, facts[name]]));
}
