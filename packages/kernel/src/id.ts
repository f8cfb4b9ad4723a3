import type { Brand } from './brand.ts';
import { badInput, DomainError } from './errors.ts';
import type { Message } from './message.ts';

/** `sta_0192f3c4-…`: a type prefix and a UUIDv7. Opaque to clients; the prefix tells people and logs what it names. */
export type Id<Prefix extends string> = Brand<string, `Id<${Prefix}>`>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What the rest of an id looks like. */
const EXAMPLE = '01900000-0000-7000-8000-000000000001';

/** What is no id of its kind. Whoever knows where it was given says so: one text may be an id that does not. */
export class MalformedId extends DomainError {
  readonly #raw: string;
  readonly #expected: Expected;

  constructor(raw: string, expected: Expected, field = 'id') {
    super(badInput.definition, { field, ...expected });
    this.#raw = raw;
    this.#expected = expected;
  }

  is(given: unknown): boolean {
    return given === this.#raw;
  }

  at(field: string): MalformedId {
    return new MalformedId(this.#raw, this.#expected, field);
  }
}

interface Expected {
  readonly reason: Message;
  readonly expectedPrefix: string;
}

/** Makes the parser of one kind of id: `const stationId = idParser('sta')`. */
export function idParser<const Prefix extends string>(prefix: Prefix): (raw: string) => Id<Prefix> {
  return (raw) => {
    const [head, uuid, ...rest] = raw.split('_');
    if (head !== prefix || rest.length > 0 || uuid === undefined || !UUID.test(uuid)) {
      throw new MalformedId(raw, {
        reason: {
          en: `expected an id as it was answered: "${prefix}_" and a UUID, like ${prefix}_${EXAMPLE}`,
          zh: `应为系统返回的编号：“${prefix}_”加 UUID，例如 ${prefix}_${EXAMPLE}`,
        },
        expectedPrefix: prefix,
      });
    }
    return raw as Id<Prefix>;
  };
}

/** The port through which use cases get new ids; an adapter supplies the UUIDv7. */
export type NewId = <const Prefix extends string>(prefix: Prefix) => Id<Prefix>;
