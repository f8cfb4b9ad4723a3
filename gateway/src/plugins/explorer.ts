import files from '@fastify/static';
import { getDistDirectory, renderAltair, renderInitialOptions } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whoMay } from './explorer-access.ts';
import { ASKS_FOR_COST, TELLS_WHO_MAY, WHO_MAY_FILE } from './explorer-page.ts';
import { PERSONA_HEADERS, personaEnvironments } from './explorer-personas.ts';
import { SCHEMA_ONCE } from './explorer-schema.ts';
import { explorerTabs, isPersona } from './explorer-tabs.ts';

const FOLDER = '/explorer/';
const OPTIONS = 'initial_options.js';

/** A persona is a part of the path: Altair writes no `=` into the address of its options. */
const OPTIONS_OF = 'options-of/';

/** Whatever the explorer's scripts would like to load or report elsewhere, the browser refuses. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };

/** Of Altair's own languages; the first one for whoever names none of them. */
const LANGUAGES = [
  'en-US',
  'zh-CN',
  'ja-JP',
  'ko-KR',
  'vi-VN',
  'ru-RU',
  'fr-FR',
  'de-DE',
  'es-ES',
  'pt-BR',
] as const;

/** Said for each tab: without it Altair sends nothing from there, and tells nobody. */
const OVER_HTTP = {
  initialRequestHandlerId: 'http',
  initialRequestHandlerAdditionalParams: {},
  initialHttpMethod: 'POST',
} as const;

/** Altair finds names of the schema alone, and has no setting for more: whoever seeks 五有 has to search descriptions. */
const SEARCH = '{keys:["search"],threshold:.4}';
const WIDER_SEARCH = '{keys:["search","description"],threshold:.4,ignoreLocation:true}';

export interface ExplorerSettings {
  readonly endpoint: string;
  /** Tokens of the personas of the demonstration, where there are some. */
  readonly personasFile?: string | undefined;
}

interface Visit {
  readonly Querystring: { readonly persona?: string };
}

interface OptionsOf {
  readonly Params: { readonly persona?: string };
}

/**
 * Altair from its package's own files, for developers at `/`, in the browser's language, with queries to begin with:
 * the first ones, or with `?persona=county` those of a persona.
 */
export async function serveExplorer(app: FastifyInstance, settings: ExplorerSettings): Promise<void> {
  const root = getDistDirectory();
  app.get<Visit>('/', ({ query: { persona = '' } }, reply) =>
    reply.headers(HEADERS).type('text/html; charset=utf-8').send(pageFor(persona)),
  );
  for (const path of [OPTIONS, `${OPTIONS_OF}:persona`]) {
    app.get<OptionsOf>(`${FOLDER}${path}`, ({ headers, params: { persona = '' } }, reply) => {
      const language = languageOf(headers['accept-language']);
      const script = optionsScript(settings, { language, persona });
      return reply.headers(HEADERS).type('text/javascript').send(script);
    });
  }
  app.get(`${FOLDER}${WHO_MAY_FILE}`, (_request, reply) => reply.headers(HEADERS).send(whoMay()));
  for (const [name, script] of searchingScripts(root)) {
    app.get(`${FOLDER}${name}`, (_request, reply) =>
      reply.headers(HEADERS).type('text/javascript').send(script),
    );
  }
  await app.register(files, {
    root,
    prefix: FOLDER,
    index: false,
    redirect: false,
    decorateReply: false,
    setHeaders: (reply) => void reply.headers(HEADERS),
  });
}

function pageFor(persona: string): string {
  const options = isPersona(persona) ? `${OPTIONS_OF}${persona}` : OPTIONS;
  return renderAltair({ baseURL: FOLDER, serveInitialOptionsInSeperateRequest: options });
}

type ExplorerLanguage = (typeof LANGUAGES)[number];

function languageOf(accepted: string | undefined): ExplorerLanguage {
  const negotiator = new Negotiator({ headers: { 'accept-language': accepted } });
  const wanted = negotiator.language([...LANGUAGES]);
  return LANGUAGES.find((language) => language === wanted) ?? LANGUAGES[0];
}

interface Visitor {
  readonly language: ExplorerLanguage;
  readonly persona: string;
}

/** A tab needs a whole address, which only the browser knows: a proxy may have another name than its server. */
function optionsScript(settings: ExplorerSettings, visitor: Visitor): string {
  const { endpoint } = settings;
  const script = renderInitialOptions(optionsOf(settings, visitor));
  const address = `new URL('${endpoint}', location.origin).href`;
  return TELLS_WHO_MAY + SCHEMA_ONCE + ASKS_FOR_COST + script.replaceAll(`\`${endpoint}\``, address);
}

function optionsOf(
  { endpoint: endpointURL, personasFile }: ExplorerSettings,
  { language, persona }: Visitor,
) {
  const tabs = explorerTabs(language, persona);
  return {
    endpointURL,
    disableAccount: true,
    initialName: '牵手 Qianshou',
    initialWindows: tabs.map((tab) => ({
      ...tab,
      ...OVER_HTTP,
      endpointURL,
      initialHeaders: PERSONA_HEADERS,
    })),
    initialHeaders: PERSONA_HEADERS,
    initialEnvironments: personaEnvironments(personasFile),
    initialSettings: {
      language,
      'alert.disableUpdateNotification': true,
      'banners.disable': true,
      // Otherwise there is nothing to search and nothing is completed until somebody finds the button.
      'schema.reloadOnStart': true,
    },
  };
}

/** Altair's scripts that search its documentation, with descriptions among what they search. */
function searchingScripts(root: string): readonly (readonly [string, string])[] {
  const names = readdirSync(root).filter((name) => name.endsWith('.js'));
  const scripts = names.map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);
  return scripts
    .filter(([, script]) => script.includes(SEARCH))
    .map(([name, script]) => [name, script.replaceAll(SEARCH, WIDER_SEARCH)]);
}
