import { ENUM_TERMS } from './enum-terms.ts';
import { yuan } from './yuan.ts';

/** A message for people in both languages. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

/** A part of a message that each language says in its own words, such as a reason. */
export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}

/**
 * What a template needs, read from its places: `{day}` takes text and numbers, `{status:StationStatus}` a value of that
 * enum, said by its label, `{reason:words}` what each language says in its own words, `{allowed:yesNo}` a boolean,
 * `{leftFen:yuan}` an amount in fen as people think of it, in yuan.
 */
export type DetailsOf<Template extends string> = {
  readonly [Name in NameIn<PlaceIn<Template>>]: ValueIn<PlaceIn<Template>, Name>;
};

export type EnumType = keyof typeof ENUM_TERMS;

/** Where no enum is declared, no value of one is taken: nobody should read a code. */
export type WithoutCodes<Template extends string, Details> = {
  readonly [Name in Extract<PlaceIn<Template>, keyof Details>]: CodeIn<Details[Name]> extends never
    ? unknown
    : `Declare the enum of {${Name & string}} in the template.`;
};

type PlaceIn<Template extends string> = Template extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlaceIn<Rest>
  : never;
type NameIn<Place extends string> = Place extends `${infer Name}:${string}` ? Name : Place;
type ValueIn<Place extends string, Name extends string> = Place extends `${Name}:${infer Type}`
  ? ValueOf<Type>
  : Place extends Name
    ? Plain
    : never;
type Plain = Spoken | readonly Spoken[];
type Spoken = string | number | bigint | Message;
type ValueOf<Type extends string> = Type extends 'words'
  ? Message | readonly Message[]
  : Type extends 'yesNo'
    ? boolean
    : Type extends 'yuan'
      ? bigint | string | Message
      : Type extends EnumType
        ? ValuesOf<Type> | readonly ValuesOf<Type>[]
        : never;
type ValuesOf<Type extends EnumType> = keyof (typeof ENUM_TERMS)[Type];
type CodeIn<Value> = Value extends readonly (infer Each)[] ? CodeIn<Each> : CodeAmong<Value>;
type CodeAmong<Value> = Value extends string
  ? {} extends Record<Value, 1>
    ? never
    : Value extends Uppercase<Value>
      ? Value
      : never
  : never;

/** Declares words that stand within a message, such as a reason; what they need is read from the template. */
export function defineWords<const En extends string, const Zh extends string>(template: {
  readonly en: En;
  readonly zh: Zh;
}): WordsFactory<`${En}${Zh}`> {
  const say = (details: Readonly<Record<string, unknown>> = {}): Message => ({
    en: fill(template.en, details, 'en'),
    zh: fill(template.zh, details, 'zh'),
  });
  return Object.assign(say, { template });
}

export interface WordsFactory<Template extends string> {
  (...details: [PlaceIn<Template>] extends [never] ? [] : [details: DetailsOf<Template>]): Message;
  readonly template: Message;
}

/** Every place of a template: what is filled in, and by what it is said. */
export function placesIn(template: string): readonly { readonly name: string; readonly type: string }[] {
  return [...template.matchAll(PLACE)].map(([, name = '', type = '']) => ({ name, type }));
}

const PLACE = /\{(\w+)(?::(\w+))?\}/g;

export function fill(
  template: string,
  details: Readonly<Record<string, unknown>>,
  language: keyof Message,
): string {
  return template.replace(PLACE, (_place, name: string, type: string | undefined) =>
    said(details[name], type, language),
  );
}

const NOTHING = { en: 'not given', zh: '未填写' } as const;
const NUMBERS = new Set(['number', 'bigint']);
const YES_NO = { en: ['no', 'yes'], zh: ['否', '是'] } as const;

function said(value: unknown, type: string | undefined, language: keyof Message): string {
  if (!Array.isArray(value)) return saidOne(value, type, language);
  const parts = value.map((each) => saidOne(each, type, language));
  return parts.length === 0 ? NOTHING[language] : parts.join(language === 'zh' ? '、' : ', ');
}

function isYuan(value: unknown, type: string | undefined): boolean {
  return type === 'yuan' && /^-?\d+$/.test(String(value));
}

function saidOne(value: unknown, type: string | undefined, language: keyof Message): string {
  if (isMessage(value)) return value[language];
  if (isYuan(value, type)) return yuan(BigInt(String(value)));
  if (typeof value === 'boolean') return YES_NO[language][Number(value) as 0 | 1];
  if (typeof value === 'string' && value !== '') return enumTerm(type ?? '', value)[language];
  return NUMBERS.has(typeof value) ? String(value) : NOTHING[language];
}

/** Words that programs know by a code: that is what `details` show them. */
export interface Term extends Message {
  readonly code: string | null;
}

export function term(code: string | null, en: string, zh: string): Term {
  return { code, en, zh };
}

/** A value of an enum where the template cannot name the enum, as where it may be of several. */
export function termOf(type: EnumType, value: string): Term {
  return { code: value, ...enumTerm(type, value) };
}

/** How people call a value of an enum; what is none is said as it stands. */
export function enumTerm(type: string, value: string): Message {
  const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = ENUM_TERMS;
  const zh = terms[type]?.[value];
  if (zh === undefined) return { en: value, zh: value };
  return { en: /\d/.test(value) ? value : value.toLowerCase().replaceAll('_', ' '), zh };
}
