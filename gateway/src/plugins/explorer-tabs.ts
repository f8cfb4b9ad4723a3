import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absent where only the gateway's own folder was copied; the explorer opens empty then. */
const QUERIES = fileURLToPath(new URL('../../../docs/queries/', import.meta.url));

/** Those of the README. The last one is in front when Altair opens, so that is one which everybody may ask. */
const FIRST = [
  'stations-of-a-county',
  'haves-of-a-station',
  'budget-of-a-county',
  'classes-with-enrolments',
  'key-counties-without-a-pairing',
];

export interface ExplorerTab {
  readonly initialName: string;
  readonly initialQuery: string;
  readonly initialVariables: string;
}

/** Whose questions there are: the first word of a document's name, as in `docs/queries/README.md`. */
const PERSONA = /^[a-z]+(?:-[a-z]+)*$/;

export const isPersona = (text: string): boolean => PERSONA.test(text);

/** Of one persona its own questions, else the first queries; each with its title in the reader's language. */
export function explorerTabs(
  language: string,
  persona = '',
  folder: string = QUERIES,
): readonly ExplorerTab[] {
  const own = isPersona(persona) ? documentsOf(persona, folder) : [];
  const files = own.length > 0 ? own : FIRST.map((name) => `${folder}/first-${name}.graphql`);
  return files.filter((file) => existsSync(file)).map((file) => tabOf(readFileSync(file, 'utf8'), language));
}

function documentsOf(persona: string, folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(`${persona}-`));
  return names.toSorted().map((name) => `${folder}/${name}`);
}

const TITLE = /^# (?<chinese>.+?) · (?<english>.+?)[,.:;]/;
const VARIABLES = /^# Variables: (\{.*?\})/m;

function tabOf(text: string, language: string): ExplorerTab {
  const { chinese = '', english = '' } = TITLE.exec(text)?.groups ?? {};
  const variables: unknown = JSON.parse(VARIABLES.exec(text)?.[1] ?? '{}');
  return {
    initialName: language.startsWith('zh') ? chinese : english,
    initialQuery: text,
    initialVariables: JSON.stringify(variables, null, 2),
  };
}
