import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableNumber, foldedName, line, nameText, text, withoutUnseen } from './text.ts';

const refusal = expect.objectContaining({
  code: 'BAD_USER_INPUT',
  details: expect.objectContaining({ field: 'note' }),
});

describe('text from outside', () => {
  it('is trimmed and may hold line breaks', () => {
    expect(text('  两行\n文字 ', 'note')).toBe('两行\n文字');
  });

  it.each(['', '   ', 'a\u0000b', 'a\u0007', 'a\u0085b', 'a\uD800', 'x'.repeat(11), '\u200B\uFEFF'])(
    'refuses %j',
    (raw) => {
      expect(() => text(raw, 'note', 10)).toThrow(refusal);
    },
  );

  it.each(['张\u202E三', '\u2066张三', '张三\u200F', '\u061C张三'])(
    'refuses %j: it turns the direction',
    (raw) => {
      expect(() => text(raw, 'note')).toThrow(refusal);
    },
  );

  it('of one line refuses a second one and folds spaces of any width', () => {
    for (const raw of ['甲\n乙', '甲\r\n乙', '甲\u2028乙']) expect(() => line(raw, 'note')).toThrow(refusal);
    expect(line(' 甲\u3000\u3000乙\t丙\u00A0丁 ', 'note')).toBe('甲 乙 丙 丁');
  });
});

describe('a name', () => {
  const DOTS = ['·', '•', '‧', '∙', '⋅', '・', '･', '．', '.'];

  it.each(DOTS)('has one dot between its parts, also when %j is typed', (dot) => {
    expect(nameText(`古丽${dot}买买提`, 'name')).toBe('古丽·买买提');
    expect(nameText(`古丽 ${dot} 买买提`, 'name')).toBe('古丽·买买提');
  });

  it('keeps the full stop of a number or an abbreviation', () => {
    expect(nameText('No.1 站 3.5 室', 'name')).toBe('No.1 站 3.5 室');
  });

  it('holds nothing that cannot be seen, whatever is typed, and stays what it is when it is given again', () => {
    const typed = fc.array(fc.constantFrom(...'张李 古丽ab1\u3000\u200B\u200D\uFEFF\u00AD\u2060·•．・.'), {
      maxLength: 20,
    });

    fc.assert(
      fc.property(typed, (characters) => {
        let name: string;
        try {
          name = nameText(characters.join(''), 'name');
        } catch {
          return;
        }
        expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\n•．・]|^\s|\s$/u);
        expect(nameText(name, 'name')).toBe(name);
      }),
    );
  });

  it('is equal whatever invisible characters stand in it', () => {
    const unseen = fc.constantFrom('\u200B', '\u200C', '\u200D', '\uFEFF', '\u2060', '\u00AD', '\uFE0F');

    fc.assert(
      fc.property(fc.array(unseen, { maxLength: 5 }), fc.nat(3), (extra, at) => {
        expect(nameText(`${'张三丰'.slice(0, at)}${extra.join('')}${'张三丰'.slice(at)}`, 'name')).toBe(
          '张三丰',
        );
      }),
    );
  });

  it('refuses every control and every bidirectional character wherever it stands', () => {
    const steering = [...Array(0x3000).keys()]
      .map((code) => String.fromCodePoint(code))
      .filter((char) => /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(char) && char !== '\t');

    for (const char of steering) expect(() => nameText(`张${char}三`, 'note')).toThrow(refusal);
    expect(steering.length).toBeGreaterThan(70);
  });
});

describe('text that was kept before anybody looked', () => {
  it('is without all that is refused or folded away, and otherwise as it was', () => {
    for (const code of Array(0x3000).keys()) {
      const char = String.fromCodePoint(code);
      const kept = withoutUnseen(`张${char}三`);

      expect(text(kept, 'note')).toBe(kept);
      if (/[\p{L}\p{N}\p{P}\p{Zs}\n\r\t]/u.test(char) && !/\p{Default_Ignorable_Code_Point}/u.test(char))
        expect(kept).toBe(`张${char}三`);
    }
  });
});

describe('numbers that people compare', () => {
  it.each(['PM-4', 'pm-4', 'ＰＭ－４', ' pm–4 ', 'P M - 4', 'pm\u200B—4'])('finds %j to be PM-4', (raw) => {
    expect(comparableNumber(raw)).toBe('PM-4');
  });
});

describe('foldedName', () => {
  it.each([
    ['\u963F\u51E1\u63D0\u2022\u5408\u4F5C\u200B\u793E', '\u963F\u51E1\u63D0\u00B7\u5408\u4F5C\u793E'],
    ['\u202E\u6F14\u793A \u30FB \u673A\u6784', '\u6F14\u793A\u00B7\u673A\u6784'],
    ['\u6F14\u793A\uFF0E\u673A\u6784\n', '\u6F14\u793A\u00B7\u673A\u6784'],
    ['\u6F14\u793A 1\uFF0E5 \u673A\u6784', '\u6F14\u793A 1.5 \u673A\u6784'],
  ])('makes of a kept name %j what is taken today, and of that the same', (kept, folded) => {
    expect(foldedName(kept)).toBe(folded);
    expect(foldedName(folded)).toBe(folded);
    expect(nameText(folded, 'name')).toBe(folded);
  });
});
