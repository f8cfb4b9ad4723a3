export type Language = 'en' | 'zh';

/** What the command itself says; what the graph says comes in the same language. */
export interface ImportWords {
  readonly usage: (kinds: readonly string[]) => readonly string[];
  readonly what: string;
  readonly flags: (problem: string) => string;
  readonly noFile: (file: string) => string;
  readonly dryRun: (file: string) => string;
  readonly dryRunDone: (id: string) => string;
  readonly writing: string;
  readonly sending: string;
  readonly checking: string;
  readonly rowsASecond: (rows: string, perSecond: number) => string;
  readonly refused: (who: string, code: string, reason: string) => string;
  readonly counts: readonly [rows: string, fresh: string, changed: string, known: string, refused: string];
  readonly steps: readonly [check: string, application: string];
  readonly statuses: Readonly<Record<string, string>>;
  readonly unknownEncoding: string;
  readonly severities: Readonly<Record<'ERROR' | 'NOTICE' | 'NOTE', string>>;
  readonly findings: readonly [line: string, column: string, what: string];
  readonly more: (count: number) => string;
  readonly columns: readonly [name: string, heading: string, needed: string, about: string, example: string];
}

const EN: ImportWords = {
  usage: (kinds) => [
    'npm run import -- <kind>                     its columns, with what belongs into each',
    'npm run import -- <kind> <file>              a dry run: what each row comes to; writes nothing. CSV text or .xlsx',
    'npm run import -- <kind> <file> --apply      the dry run, then the rows, if none was refused',
    'npm run import -- <kind> <file> --apply --skip-refused   the same, and leaves refused rows out',
    '… --update                                  changes what is recorded already, where an operation does so; the dry run shows each column',
    'npm run import -- <kind> <file> --continue <import id>   goes on sending where it was interrupted',
    '… --as yidu-bureau                           in the name of a persona; admin when left out',
    '… --lang zh                                  in Chinese; $LANG decides when left out',
    `kinds: ${kinds.join(', ')}`,
    'another gateway: GATEWAY_URL=https://… TOKEN=…',
  ],
  what: 'Import what?',
  flags: (problem) => `${problem} The command knows:`,
  noFile: (file) => `There is no file ${file}.`,
  dryRun: (file) => `dry run of ${file}`,
  dryRunDone: (id) => `dry run: import ${id}`,
  writing: 'writing',
  sending: 'sending',
  checking: 'checking',
  rowsASecond: (rows, perSecond) => `${rows} rows, ${perSecond} a second`,
  refused: (who, code, reason) => `${who} was refused: ${code} — ${reason}`,
  counts: ['rows', 'new', 'changed', 'known', 'refused'],
  steps: ['dry run', 'written'],
  statuses: {},
  unknownEncoding: 'encoding unknown',
  severities: {
    ERROR: 'Refused: these rows are left out',
    NOTICE: 'Not taken in, recorded otherwise, or changed',
    NOTE: 'Written otherwise, and understood',
  },
  findings: ['line', 'column', 'what is the matter'],
  more: (count) => `… and ${count} more`,
  columns: ['column', '列名', 'needed', 'what belongs into it', 'example'],
};

const ZH: ImportWords = {
  usage: (kinds) => [
    'npm run import -- <类型>                     显示该表的各列及填写说明',
    'npm run import -- <类型> <文件>              试运行:说明每一行的结果,不写入。支持 CSV 文本和 .xlsx',
    'npm run import -- <类型> <文件> --apply      试运行后写入;有被拒绝的行则不写入',
    'npm run import -- <类型> <文件> --apply --skip-refused   同上,并跳过被拒绝的行',
    '… --update                                  更新已有记录中可变更的列;试运行逐列说明',
    'npm run import -- <类型> <文件> --continue <导入任务编号>   从中断处继续上传',
    '… --as yidu-bureau                           以某一演示身份操作;省略时为 admin',
    '… --lang en                                  使用英文;省略时由 $LANG 决定',
    `类型:${kinds.join('、')}`,
    '连接其他网关:GATEWAY_URL=https://… TOKEN=…',
  ],
  what: '请指明要导入的类型。',
  flags: (problem) => `${problem} 可用的写法:`,
  noFile: (file) => `没有文件 ${file}。`,
  dryRun: (file) => `试运行 ${file}`,
  dryRunDone: (id) => `试运行完成:导入任务 ${id}`,
  writing: '写入',
  sending: '上传',
  checking: '检查',
  rowsASecond: (rows, perSecond) => `${rows} 行,每秒 ${perSecond} 行`,
  refused: (who, code, reason) => `${who} 的请求被拒绝:${code} — ${reason}`,
  counts: ['行数', '新增', '更新', '已存在', '被拒绝'],
  steps: ['试运行', '已写入'],
  statuses: {
    RECEIVING: '接收中',
    CHECKING: '检查中',
    CHECKED: '已检查',
    APPLYING: '导入中',
    APPLIED: '已导入',
    FAILED: '失败',
    STOPPED: '已停止',
  },
  unknownEncoding: '编码未知',
  severities: {
    ERROR: '被拒绝的行,不会导入',
    NOTICE: '未导入的内容、与已有记录不一致之处或更新的内容',
    NOTE: '写法不同,已按如下理解',
  },
  findings: ['行', '列', '说明'],
  more: (count) => `……另有 ${count} 条`,
  columns: ['英文列名', '列名', '必填', '填写说明', '示例'],
};

export function wordsIn(language: Language): ImportWords {
  return language === 'zh' ? ZH : EN;
}

/** The language of whoever calls: as asked for, else as the shell says. */
export function languageOf(
  asked: string | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): Language {
  const wanted = [asked, LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '') ?? '';
  return /^(zh|中文)/i.test(wanted) ? 'zh' : 'en';
}
