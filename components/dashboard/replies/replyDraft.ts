import type { QuickReply, ReplyAttachment } from '@/lib/domain/quickReply';

/** A quick reply being written; id null = a new one. */
export interface ReplyDraft {
  id: string | null;
  code: string;
  title: string;
  text: string;
  group: string;
  /** Further texts; empty ones are left out when it is saved. */
  variants: string[];
  /** Empty = all shops. */
  shops: string[];
  favourite: boolean;
  /** ms; null = open on that side. */
  validFrom: number | null;
  validUntil: number | null;
  attachments: ReplyAttachment[];
}

/** What is wrong with a draft; null = nothing. */
export type ReplyProblem =
  | { field: 'code'; problem: 'taken'; by: QuickReply }
  | { field: 'code'; problem: 'spaces' }
  | { field: 'text'; problem: 'missing' }
  | { field: 'validity'; problem: 'endsBeforeItBegins' };

/** An empty draft in a group. */
export function newDraft(group: string): ReplyDraft {
  const plain = { variants: [], shops: [], favourite: false, validFrom: null, validUntil: null, attachments: [] };
  return { id: null, code: '', title: '', text: '', group, ...plain };
}

/** The draft of a reply that is there. */
export function draftOf(reply: QuickReply): ReplyDraft {
  const { id, code, title, text, group } = reply;
  return {
    id,
    code,
    title,
    text,
    group,
    variants: [...(reply.variants ?? [])],
    shops: [...(reply.shops ?? [])],
    favourite: reply.favourite ?? false,
    validFrom: reply.validFrom ?? null,
    validUntil: reply.validUntil ?? null,
    attachments: [...(reply.attachments ?? [])],
  };
}

/** The draft as it is saved: without blanks around code and group, and without empty variants. */
export function readyDraft(draft: ReplyDraft): ReplyDraft {
  const variants = draft.variants.filter((variant) => variant.trim() !== '');
  return { ...draft, code: draft.code.trim(), group: draft.group.trim(), variants };
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
  if (draft.validFrom !== null && draft.validUntil !== null && draft.validUntil <= draft.validFrom)
    problems.push({ field: 'validity', problem: 'endsBeforeItBegins' });
  return problems;
}
