import type { QuickReply } from '@/lib/domain/quickReply';

/** A quick reply being written; id null = a new one. */
export interface ReplyDraft {
  id: string | null;
  code: string;
  title: string;
  text: string;
  group: string;
}

/** What is wrong with a draft; null = nothing. */
export type ReplyProblem =
  | { field: 'code'; problem: 'taken'; by: QuickReply }
  | { field: 'code'; problem: 'spaces' }
  | { field: 'text'; problem: 'missing' };

/** An empty draft in a group. */
export function newDraft(group: string): ReplyDraft {
  return { id: null, code: '', title: '', text: '', group };
}

/** The draft of a reply that is there. */
export function draftOf({ id, code, title, text, group }: QuickReply): ReplyDraft {
  return { id, code, title, text, group };
}

/** Whose title it is: the title, or the beginning of the text. */
export function replyTitle({ title, text }: Pick<QuickReply, 'title' | 'text'>): string {
  return title.trim() === '' ? [...text.trim()].slice(0, 12).join('') : title;
}

/** Problems of a draft; a code is unique without regard to case. */
export function draftProblems(draft: ReplyDraft, replies: readonly QuickReply[]): ReplyProblem[] {
  const problems: ReplyProblem[] = [];
  const code = draft.code.trim().toLowerCase();
  const owner =
    code === '' ? undefined : replies.find((each) => each.id !== draft.id && each.code.trim().toLowerCase() === code);
  if (/\s/.test(draft.code.trim())) problems.push({ field: 'code', problem: 'spaces' });
  else if (owner !== undefined) problems.push({ field: 'code', problem: 'taken', by: owner });
  if (draft.text.trim() === '') problems.push({ field: 'text', problem: 'missing' });
  return problems;
}

/** Replies of a group (null = all) that hold the query in code, title or text; by group as they come, then order. */
export function listReplies(replies: readonly QuickReply[], group: string | null, query: string): QuickReply[] {
  const wanted = query.trim().toLowerCase();
  const groups = groupsOf(replies).map(({ name }) => name);
  return replies
    .filter((reply) => group === null || reply.group === group)
    .filter((reply) => [reply.code, reply.title, reply.text].some((part) => part.toLowerCase().includes(wanted)))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order);
}

/** Groups in the order in which they first appear, with the number of their replies. */
export function groupsOf(replies: readonly QuickReply[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { group } of replies) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
