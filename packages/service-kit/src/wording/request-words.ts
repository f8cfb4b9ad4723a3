import type { Message } from '@qianshou/kernel';

/** What graphql-js says of a request, and how it is said in Chinese: `$1`, `$2` … are what the pattern found. */
const SAID: readonly (readonly [pattern: RegExp, zh: string])[] = [
  [
    /^Variable "(\$\w+)" got invalid value (.*?)(?: at "([^"]+)")?; (.+)$/s,
    '变量“$1”的值 $2 无效{$3}：{{$4}}',
  ],
  [
    /^Variable "(\$\w+)" of required type "([^"]+)" was not provided\.$/,
    '缺少变量“$1”（类型 $2），请在 variables 中提供。',
  ],
  [
    /^Variable "(\$\w+)" of non-null type "([^"]+)" must not be null\.$/,
    '变量“$1”（类型 $2）不得为 null，请提供其值。',
  ],
  [
    /^Variable "(\$\w+)" must not be null where it is used; leave it out instead\.$/,
    '变量“$1”在所用之处不得为 null，请省略该变量。',
  ],
  [
    /^Variable "(\$\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"\.$/,
    '变量“$1”声明为 $2，而所用之处要求 $3，请修改变量类型。',
  ],
  [/^Variable "(\$\w+)" is not defined.*$/, '变量“$1”未在操作中声明，请先声明。'],
  [/^Variable "(\$\w+)" is never used.*$/, '变量“$1”已声明但未使用，请删除。'],
  [/^Expected non-nullable type "([^"]+)" not to be null\.$/, '类型 $1 的值不得为 null，请提供其值。'],
  [/^Expected type "([^"]+)" to be an object\.$/, '类型 $1 应为对象。'],
  [/^Expected type "([^"]+)"\. (.+)$/s, '应为类型 $1：{{$2}}'],
  [/^Expected type "([^"]+)"\.$/, '应为类型 $1 的值。'],
  [/^Expected value of type "([^"]+)", found (.+?); (.+)$/s, '应为类型 $1 的值，实际为 $2：{{$3}}'],
  [/^Expected value of type "([^"]+)", found (.+)\.$/s, '应为类型 $1 的值，实际为 $2。'],
  [
    /^Field "([^"]+)" of required type "([^"]+)" was not provided\.$/,
    '缺少必填字段“$1”（类型 $2），请填写。',
  ],
  [/^Field "([^"]+)" is not defined by type "([^"]+)"\.$/, '类型 $2 没有字段“$1”，请删除或更正。'],
  [
    /^Field "([^"]+)" argument "([^"]+)" of type "([^"]+)" is required.*$/,
    '字段“$1”缺少必填参数“$2”（类型 $3），请填写。',
  ],
  [
    /^Field "([^"]+)" must not have a selection since type "([^"]+)" has no subfields\.$/,
    '字段“$1”（类型 $2）没有下级字段，请去掉花括号部分。',
  ],
  [
    /^Field "([^"]+)" of type "([^"]+)" must have a selection of subfields\.?.*$/s,
    '字段“$1”（类型 $2）须列出所需的下级字段。',
  ],
  [/^Fields "([^"]+)" conflict because (.+)$/s, '字段“$1”的选取互相冲突，请使用不同的别名。'],
  [
    /^Value "([^"]+)" does not exist in "([^"]+)" enum\.$/,
    '枚举 $2 没有取值“$1”，可用取值见 labels(type: "$2")。',
  ],
  [
    /^Enum "([^"]+)" cannot represent (?:non-string|non-enum) value: (.+?)\.?$/s,
    '$2 不是枚举 $1 的取值，可用取值见 labels(type: "$1")。',
  ],
  [/^Int cannot represent non-integer value: (.+)$/s, '$1 不是整数，请填写整数。'],
  [
    /^Int cannot represent non 32-bit signed integer value: (.+)$/s,
    '$1 超出 32 位整数范围，请填写较小的整数。',
  ],
  [/^Float cannot represent non numeric value: (.+)$/s, '$1 不是数字，请填写数字。'],
  [/^String cannot represent a non string value: (.+)$/s, '$1 不是文本，请填写字符串。'],
  [/^Boolean cannot represent a non boolean value: (.+)$/s, '$1 不是布尔值，请填写 true 或 false。'],
  [/^ID cannot represent .*?value: (.+)$/s, '$1 不能用作编号，请填写字符串。'],
  [/^Cannot query field "([^"]+)" on type "([^"]+)"\.$/, '类型 $2 没有字段“$1”，请对照 schema 更正。'],
  [/^Unknown argument "([^"]+)" on field "([^"]+)"\.$/, '字段“$2”没有参数“$1”，请对照 schema 更正。'],
  [/^Unknown argument "([^"]+)" on directive "([^"]+)"\.$/, '指令“$2”没有参数“$1”，请对照 schema 更正。'],
  [/^Unknown (type|fragment|directive) "([^"]+)"\.$/, '没有名为“$2”的类型、片段或指令，请对照 schema 更正。'],
  [/^Unknown operation named "([^"]+)"\.$/, '文档中没有名为“$1”的操作，请更正 operationName。'],
  [/^Fragment "([^"]+)" is never used\.$/, '片段“$1”未被使用，请删除。'],
  [/^There can be only one (.+)\.$/s, '同名的定义只能有一个：$1，请删除多余的定义。'],
  [/^Syntax Error: (.+)$/s, '语法错误，请检查查询文本：$1'],
];

/** How a request is refused in both languages; what no pattern knows is quoted. `reason` is what a scalar says. */
export function requestWords(en: string, reason: Message | null = null): Message {
  return { en, zh: inChinese(en, reason) };
}

function inChinese(en: string, reason: Message | null): string {
  for (const [pattern, zh] of SAID) {
    const found = pattern.exec(en);
    if (found !== null) return filled(zh, found, reason);
  }
  const scalar = reason !== null && en.endsWith(reason.en);
  return scalar ? reason.zh : `请求不符合图接口的模式，请对照 schema 更正：${en}`;
}

function filled(zh: string, found: RegExpExecArray, reason: Message | null): string {
  return zh.replace(/\{\{\$(\d)\}\}|\{\$(\d)\}|\$(\d)/g, (_whole, inner, place, plain) => {
    const text = found[Number(inner ?? place ?? plain)];
    if (inner !== undefined) return inChinese(text ?? '', reason);
    if (place === undefined) return text ?? '';
    return text === undefined ? '' : `（位于 ${text}）`;
  });
}
