import { enumTerm, ENUM_TERMS, fill, placesIn, templatesOf, type ErrorKind } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { declaredErrors, type Definition } from './error-codes.ts';

const LANGUAGES = ['en', 'zh'] as const;
/** A word of a protocol: clients recognise it by this text in every language. */
const OF_A_PROTOCOL = new Set(['PERSISTED_QUERY_NOT_SUPPORTED']);

/** Notes of an import say how something was understood; they keep nothing out. */
const NOTES =
  /^IMPORT_(CELL_READ_AS|COLUMN_NOT_READ|DELIMITER_SEEN|HEADING_READ_AS|LINE_LEFT_OUT|ROWS_EMPTY|SHEET_READ|ROW_REPEATED|ROW_DIFFERS|CELL_LEFT_OUT)$|^AGENCY_CREDIT_CODE_OVERRIDDEN$/;

const sections = await declaredErrors();
const definitions = sections
  .flatMap(({ definitions: all }) => all)
  .filter(({ code }) => !OF_A_PROTOCOL.has(code))
  .map((definition) => [definition.code, definition] as const);

const templates = (definition: Definition) =>
  templatesOf({ ...definition, kind: definition.kind as ErrorKind });

/** Each value of each enum that a message has a place for, in turn; other places take a text, a number or words. */
function detailsFor(template: string): readonly Record<string, unknown>[] {
  const places = placesIn(template);
  const turns = Math.max(1, ...places.map(({ type }) => valuesOf(type).length));
  return Array.from({ length: turns }, (_none, turn) =>
    Object.fromEntries(
      places.map(({ name, type }) => {
        const values = valuesOf(type);
        return [name, values.length === 0 ? sampleOf(type) : values[turn % values.length]];
      }),
    ),
  );
}

function valuesOf(type: string): readonly string[] {
  return Object.keys((ENUM_TERMS as Record<string, Record<string, string>>)[type] ?? {});
}

function sampleOf(type: string): unknown {
  if (type === 'words') return { en: 'some words', zh: '某些文字' };
  if (type === 'yuan') return 12_345n;
  return type === 'yesNo' ? false : '2026-11-26';
}

describe('every refusal, in Chinese and in English', () => {
  it.each(definitions)('%s has the same places in both languages', (_code, definition) => {
    const { en, zh } = templates(definition);
    const names = (template: string) =>
      [...new Set(placesIn(template).map(({ name, type }) => `${name}:${type}`))].toSorted();

    expect(names(zh)).toEqual(names(en));
  });

  it.each(definitions)('%s is complete: no place is left open, no code is shown', (_code, definition) => {
    const said = templates(definition);
    for (const language of LANGUAGES) {
      for (const details of detailsFor(said[language])) {
        const message = fill(said[language], details, language);
        expect(message).not.toMatch(/[{}]|\(null\)|null|undefined|not given|未填写|\[object/);
        expect(message).not.toMatch(/\b[A-Z]{2,}_[A-Z_]+\b/);
      }
    }
  });

  it.each(definitions)('%s says amounts in yuan, as people think of them', (_code, definition) => {
    for (const template of Object.values(templates(definition))) {
      const amounts = placesIn(template).filter(({ name }) => name.endsWith('Fen'));
      expect(amounts.filter(({ type }) => type !== 'yuan')).toEqual([]);
      expect(template).not.toMatch(/} fen\b/);
    }
  });

  it.each(definitions)('%s is written in Chinese for who reads Chinese', (_code, definition) => {
    const { en, zh } = templates(definition);

    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/[\u3002\uFF0C\uFF1B\uFF1A]/);
  });

  it.each(definitions.filter(([code]) => !NOTES.test(code)))(
    '%s says what to do about it',
    (_code, definition) => {
      const { en, zh } = templates(definition);

      expect(en).toMatch(REMEDY_EN);
      expect(zh).toMatch(REMEDY_ZH);
    },
  );
});

/** More than one sentence or clause: what is wrong, and then what to do, when or where instead. */
const REMEDY_EN = /[.;:?,] \S.*|\b(only|must|once|send|give|name|say|write|needs|state|sign)\b/i;
const REMEDY_ZH = /请|须|应|可|仅|只|不得|无需/;

describe('words within a message', () => {
  it('name a value of an enum by its label, and say what is none as it stands', () => {
    expect(enumTerm('StationStatus', 'IN_ACCEPTANCE')).toEqual({ en: 'in acceptance', zh: '验收中' });
    expect(enumTerm('StationStatus', 'LATER_ADDED')).toEqual({ en: 'LATER_ADDED', zh: 'LATER_ADDED' });
  });
});
