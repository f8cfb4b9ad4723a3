import { type DetailsOf, fill, isMessage, type Message, term, type WithoutCodes } from './message.ts';

/** What a refusal means to the caller; the domain knows neither HTTP nor GraphQL. */
export type ErrorKind = 'NOT_FOUND' | 'CONFLICT' | 'INVALID' | 'FORBIDDEN' | 'UNAVAILABLE';

export type ErrorDetails = Readonly<Record<string, unknown>>;

export interface ErrorDefinition<En extends string = string, Zh extends string = string> {
  readonly kind: ErrorKind;
  /** AGGREGATE_WHAT_IS_WRONG: unique over all services, documented, never renamed. */
  readonly code: string;
  /** The number of the domain rule that refuses, e.g. `STA-2`. */
  readonly rule?: string;
  /** What is wrong and what to do about it, with a place for each detail: see `DetailsOf`. */
  readonly en: En;
  readonly zh: Zh;
}

/** A business rejection. Made by factories in a service's `domain/errors.ts`, caught nowhere, turned once by the kit. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: ErrorDetails;
  readonly messages: Message;
  readonly #definition: ErrorDefinition;
  readonly #given: ErrorDetails;

  constructor(definition: ErrorDefinition, details: ErrorDetails) {
    const given = definition.rule === undefined ? details : { rule: definition.rule, ...details };
    const messages = worded(definition, given);
    super(messages.en);
    this.name = 'DomainError';
    this.kind = definition.kind;
    this.code = definition.code;
    this.details = inEnglish(given);
    this.messages = messages;
    this.#definition = definition;
    this.#given = given;
  }

  /** The messages with other words in some places, as where a table calls a field by its heading. */
  messagesWith(words: ErrorDetails): Message {
    return worded(this.#definition, { ...this.#given, ...words });
  }
}

/** Takes what its templates have places for, no less: a detail that is missing does not compile. */
export interface ErrorFactory<Template extends string = never> {
  <const Given extends DetailsOf<Template>>(
    ...details: keyof DetailsOf<Template> extends never
      ? [details?: ErrorDetails]
      : [details: Given & WithoutCodes<Template, Given>]
  ): DomainError;
  readonly definition: ErrorDefinition;
}

/** Declares one refusal. The catalogue `docs/error-codes.md` is generated from these declarations. */
export function defineError<const En extends string, const Zh extends string>(
  definition: ErrorDefinition<En, Zh>,
): ErrorFactory<`${En}${Zh}`> {
  const make = (details: ErrorDetails = {}): DomainError => new DomainError(definition, details);
  return Object.assign(make, { definition });
}

/** The input itself is malformed (wrong prefix, impossible date, NUL in a string), whatever the state of the world. */
export const badInput = defineError({
  kind: 'INVALID',
  code: 'BAD_USER_INPUT',
  en: 'The value of "{field}" cannot be used: {reason:words}. Correct it and send it again.',
  zh: '“{field}”的值无效:{reason:words}。请更正后重新提交。',
});

/** Someone else changed the object since the caller read it. */
export const versionConflict = defineError({
  kind: 'CONFLICT',
  code: 'VERSION_CONFLICT',
  en: 'The object has changed meanwhile: its version is now {currentVersion}. Read it again and repeat.',
  zh: '对象已被他人修改,当前版本为 {currentVersion},请重新读取后再操作。',
});

/** The version that stands now, where only the database knew that another one does. */
export const NEWER_VERSION = term(null, 'a newer one', '更新的版本');

export const idempotencyConflict = defineError({
  kind: 'CONFLICT',
  code: 'IDEMPOTENCY_CONFLICT',
  en: 'The idempotency key was used before with another request. Use a new key for a new request.',
  zh: '该幂等键已用于不同的请求,新请求请使用新的键。',
});

/** No object holds a list that grows without end. */
export const listFull = defineError({
  kind: 'CONFLICT',
  code: 'LIST_FULL',
  en: '"{field}" of one object holds {most} entries at most. Enter what follows on another one, or less of it.',
  zh: '同一对象的“{field}”最多 {most} 条,请减少条目,或登记到另一对象。',
});

/** The grant exists, but not for this object or this region. */
export const notPermitted = defineError({
  kind: 'FORBIDDEN',
  code: 'FORBIDDEN',
  en: 'Your role does not allow this here. Ask whoever leads the region or the agency, or sign in with another role.',
  zh: '您的角色无权在此执行该操作。请联系该区划或机构的负责人，或以其他角色登录。',
});

export function permit(allowed: boolean): void {
  if (!allowed) throw notPermitted();
}

/** Who may neither do it nor see what it would be done to is told no more than that there is none. */
export function permitOn(allowed: boolean, isSeen: boolean, absent: () => DomainError): void {
  if (allowed) return;
  throw isSeen ? notPermitted() : absent();
}

/** More than one caller may have in that time; the gateway and the services refuse alike. */
export const rateLimited = defineError({
  kind: 'UNAVAILABLE',
  code: 'RATE_LIMITED',
  en: 'Too many requests of this kind. Ask again in {retryAfter} seconds.',
  zh: '此类请求过于频繁,请在 {retryAfter} 秒后重试。',
});

/** An id or a code that is not there has one remedy, unless its definition knows a better one. */
const CHECK_IT: Message = {
  en: ' Check it; lists show what there is for you to see.',
  zh: '请核对,可在相应列表中查询您有权查看的对象。',
};

/** The templates of a refusal, its remedy included. */
export function templatesOf({ kind, en, zh }: ErrorDefinition): Message {
  const remedied = kind !== 'NOT_FOUND' || /[.;:] \S/.test(en);
  return remedied ? { en, zh } : { en: en + CHECK_IT.en, zh: zh + CHECK_IT.zh };
}

function worded(definition: ErrorDefinition, details: ErrorDetails): Message {
  const { en, zh } = templatesOf(definition);
  return { en: fill(en, details, 'en'), zh: fill(zh, details, 'zh') };
}

/** Details are for programs, which read one language. */
export function inEnglish(details: ErrorDetails): ErrorDetails {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isMessage(value)) return value;
    return 'code' in value ? value.code : value.en;
  };
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, plain(value)]));
}

/** The command names something that this service has not heard of yet: the event that tells of it is on its way. */
export const notKnownYet = defineError({
  kind: 'CONFLICT',
  code: 'NOT_KNOWN_HERE_YET',
  en: 'The {what:words} {id} is not known here yet. Try again in a moment; if it stays so, check the id.',
  zh: '此处尚未收到 {what:words} {id} 的信息,请稍后重试;若仍如此,请核对编号。',
});

/** Servers are away: nothing is wrong with the request. Whether a command took effect before, nobody can say. */
export const unavailable = defineError({
  kind: 'UNAVAILABLE',
  code: 'UNAVAILABLE',
  en: 'The service cannot reach its database for the moment. Ask again in a few seconds: a change with an idempotency key, or with the version that you read, is made once.',
  zh: '服务暂时无法访问数据库,请几秒后重试;带幂等键或所读版本号的变更只会生效一次。',
});
