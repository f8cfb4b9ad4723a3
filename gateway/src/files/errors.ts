import { defineRefusal } from '../errors.ts';

export const exportTooLarge = defineRefusal({
  kind: 'INVALID',
  code: 'EXPORT_TOO_LARGE',
  status: 413,
  en: 'The file would have more than {most} rows, the most that your role may take at once. Narrow the query down, or take it in parts.',
  zh: '\u6587\u4EF6\u5C06\u8D85\u8FC7 {most} \u884C\uFF0C\u5DF2\u8FBE\u60A8\u7684\u89D2\u8272\u5355\u6B21\u5BFC\u51FA\u4E0A\u9650\u3002\u8BF7\u7F29\u5C0F\u67E5\u8BE2\u8303\u56F4\u6216\u5206\u6279\u5BFC\u51FA\u3002',
});

export const exportFormatUnknown = defineRefusal({
  kind: 'INVALID',
  code: 'EXPORT_FORMAT_UNKNOWN',
  status: 406,
  en: 'Files are csv, xlsx, json, jsonl, parquet or html: name one by "?format=", by the end of the address or in "Accept".',
  zh: '\u53EF\u5BFC\u51FA csv\u3001xlsx\u3001json\u3001jsonl\u3001parquet \u6216 html\uFF1A\u8BF7\u4EE5 ?format=\u3001\u5730\u5740\u540E\u7F00\u6216 Accept \u6307\u660E\u5176\u4E00\u3002',
});

export const exportOfChanges = defineRefusal({
  kind: 'INVALID',
  code: 'EXPORT_OF_A_CHANGE',
  status: 400,
  en: 'A file is made of a query; changes are sent to /graphql.',
  zh: '\u5BFC\u51FA\u4EC5\u9002\u7528\u4E8E\u67E5\u8BE2\uFF1B\u53D8\u66F4\u64CD\u4F5C\u8BF7\u53D1\u9001\u81F3 /graphql\u3002',
});

export const exportsBusy = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'EXPORTS_BUSY',
  status: 503,
  en: 'As many files as can be made at a time are being made, or as many as you may ask for. Wait for one to end and ask again.',
  zh: '\u6B63\u5728\u751F\u6210\u7684\u6587\u4EF6\u5DF2\u8FBE\u4E0A\u9650\uFF08\u603B\u6570\u6216\u60A8\u4E2A\u4EBA\u7684\u4E0A\u9650\uFF09\u3002\u8BF7\u5F85\u5176\u4E2D\u4E00\u4E2A\u5B8C\u6210\u540E\u91CD\u8BD5\u3002',
});

export const savedQueryUnknown = defineRefusal({
  kind: 'NOT_FOUND',
  code: 'SAVED_QUERY_NOT_FOUND',
  status: 404,
  en: 'There is no published query "{slug}" for you. docs/analysts/library.md lists those that come with the product.',
  zh: '没有可供您使用的已发布查询“{slug}”。随产品提供的查询见 docs/analysts/library.md。',
});

export const savedQueryParameter = defineRefusal({
  kind: 'INVALID',
  code: 'SAVED_QUERY_PARAMETER_WRONG',
  status: 400,
  en: 'The parameter "{parameter}" cannot be used: {reason:words}. Correct the address and ask again.',
  zh: '参数“{parameter}”无效：{reason:words}。请更正地址后重试。',
});
