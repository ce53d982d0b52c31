import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSuggester } from '@/lib/quickReplies/suggest';

/**
 * Three suggestions for each query, over data of anyone's own:
 * `npm run -s suggest -- --library FILE [--history FILE] --queries FILE`.
 *
 * FILE is a JSON array, or one JSON value a line. Library: `{id?, code?, title?, text, group?}`; history:
 * `{question, replyId, at?, success?}`; queries: `{id?, messages}`, `{query}` or a plain string. Prints one JSON line
 * per query.
 */
const librarySchema = z.array(
  z.object({
    id: z.union([z.string(), z.number()]).transform(String).optional(),
    code: z.string().default(''),
    title: z.string().default(''),
    text: z.string(),
    group: z.string().default(''),
  }),
);
const historySchema = z.array(
  z.object({
    question: z.string(),
    replyId: z.union([z.string(), z.number()]).transform(String),
    at: z.number().default(0),
    success: z.boolean().nullable().default(null),
  }),
);
const querySchema = z.array(
  z.union([
    z.string().transform((query) => ({ id: null, messages: [query] })),
    z
      .object({ id: z.union([z.string(), z.number()]).nullable().default(null), query: z.string() })
      .transform(({ id, query }) => ({ id, messages: [query] })),
    z.object({ id: z.union([z.string(), z.number()]).nullable().default(null), messages: z.array(z.string()) }),
  ]),
);

const { values } = parseArgs({
  options: { library: { type: 'string' }, history: { type: 'string' }, queries: { type: 'string' } },
});
if (!values.library || !values.queries) {
  console.error('Usage: npm run -s suggest -- --library FILE [--history FILE] --queries FILE');
  process.exit(2);
}

const replies = read(values.library, librarySchema).map((reply, order) => {
  return { ...reply, id: reply.id ?? String(order), order, uses: 0, lastUsedAt: null };
});
const history = values.history ? read(values.history, historySchema) : [];
const now = history.reduce((latest, { at }) => Math.max(latest, at), 0);
const suggester = createSuggester({ replies, history });
for (const { id, messages } of read(values.queries, querySchema)) {
  const picks = suggester.suggest({ messages, now });
  console.log(
    JSON.stringify({
      id,
      query: messages.join('\n'),
      picks: picks.map(({ replyId, title, score, answered }) => ({ replyId, title, score, answered })),
    }),
  );
}

/** Reads a JSON array or JSON lines; a file that does not fit ends the run with the reason. */
function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    const isArray = text.trimStart().startsWith('[');
    const lines = () => text.split(/\r?\n/).filter((line) => line.trim() !== '');
    return schema.parse(isArray ? JSON.parse(text) : lines().map((line) => JSON.parse(line)));
  } catch (error) {
    console.error(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}
