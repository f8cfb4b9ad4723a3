import { describe, expect, it } from 'vitest';
import { eventCatalogue } from './catalogue/index.ts';
import { generateEventDocs } from './docs.ts';
import { dataSchemaOf } from './envelope.ts';

const documents = await generateEventDocs();
const contentOf = (path: string): string => documents.find((each) => each.path === path)?.content ?? '';

describe('the generated documents', () => {
  it.each(eventCatalogue)('hold the schema of $type at the path that its dataschema names', ({ type }) => {
    const path = dataSchemaOf(type).replace('qianshou:/', '');

    expect(JSON.parse(contentOf(path))).toMatchObject({
      $id: dataSchemaOf(type),
      title: type,
      type: 'object',
    });
  });

  it('close no schema against fields that are added later', () => {
    for (const { path, content } of documents.filter((each) => each.path.includes('/events/'))) {
      expect(content, path).not.toContain('"additionalProperties": false');
    }
  });

  it('close no set of values against those that are added later', () => {
    for (const { path, content } of documents.filter((each) => each.path.includes('/events/'))) {
      expect(content, path).not.toContain('"enum"');
      expect(content, path).not.toContain('"const"');
    }
  });

  it('name every event in the AsyncAPI document and in the reference', () => {
    const asyncApi = JSON.parse(contentOf('docs/schemas/asyncapi.json')) as {
      components: { messages: object };
    };

    expect(Object.keys(asyncApi.components.messages)).toEqual(eventCatalogue.map(({ type }) => type));
    for (const { type } of eventCatalogue) expect(contentOf('docs/events.md')).toContain(`### \`${type}\``);
  });
});
