import type { CareAnswer, ReplyExtras } from '@/lib/messaging/protocol';
import { careChecks } from '@/lib/quickReplies/care/careChecks';
import { fillVariables } from '@/lib/quickReplies/fillVariables';
import { foldText } from '@/lib/quickReplies/foldText';
import { paletteResults, usualResults } from '@/lib/quickReplies/paletteResults';
import { pickText, textsOf } from '@/lib/quickReplies/pickText';
import { validityAt } from '@/lib/quickReplies/validityAt';
import { updateSettings } from '@/lib/settings/settingsStore';
import { namesInTouch } from '@/lib/storage/liveQueries/namesInTouch';
import { textsSentSince } from '@/lib/storage/liveQueries/textsSentSince';
import { customerOf } from './customerOf';
import type { HandlerParts } from './handlers';

/** Today's replies are read again at most this often: the share of one text among hundreds moves slowly. */
const SENT_TODAY_MS = 20_000;
const DAY_MS = 86_400_000;

/** The handlers of what stands at the composer: palette, marks of care, what goes with a reply. */
export function createComposerHandlers({ database, live, now }: Pick<HandlerParts, 'database' | 'live' | 'now'>) {
  let sentToday: { at: number; day: number; texts: Promise<string[]> } | null = null;
  const textsOfToday = (at: number) => {
    const day = new Date(at).setHours(0, 0, 0, 0);
    if (sentToday === null || sentToday.day !== day || at - sentToday.at > SENT_TODAY_MS)
      sentToday = { at, day, texts: textsSentSince(database, day) };
    return sentToday.texts;
  };

  return {
    async searchReplies({ recorderId, query, limit }: { recorderId: string; query: string; limit: number }) {
      const isEmpty = query.trim() === '';
      // The palette has to open with the worker just woken: the library is read for a query only.
      const [recorder, usual, settings] = await Promise.all([
        database.recorders.get(recorderId),
        isEmpty ? live.usual() : null,
        live.settings(),
      ]);
      const at = now();
      const { shop, ...customer } = await customerOf(database, { recorder, settings, now: at });
      const request = { query, limit, scope: { now: at, shop }, ...customer };
      if (usual !== null) {
        const results = usualResults(usual.replies, request);
        if (usual.isWhole || results.length >= limit) {
          // A query follows as a rule.
          live.library().catch(() => undefined);
          return { results };
        }
      }
      return { results: paletteResults(await live.library(), request) };
    },

    async checkCare({ recorderId, text }: { recorderId: string; text: string }): Promise<CareAnswer> {
      const at = now();
      const recorder = await database.recorders.get(recorderId);
      const { values, sentToCustomer } = await customerOf(database, {
        recorder,
        settings: await live.settings(),
        now: at,
      });
      const others = recorder === undefined ? [] : await namesInTouch(database, { recorder, since: at - DAY_MS });
      const checks = careChecks(text, {
        customer: values.customer,
        others,
        sentToCustomer,
        sentToday: await textsOfToday(at),
      });
      const repeats = checks.some(({ check }) => ['sentBefore', 'sentOften', 'greetedTwice'].includes(check));
      if (!repeats) return { checks, variant: null };
      const { replies, recognise } = await live.library();
      const id = recognise(text);
      const reply = replies.find((one) => one.id === id);
      if (reply === undefined || textsOf(reply).length < 2) return { checks, variant: null };
      const other = fillVariables(pickText(reply, [...sentToCustomer, text]), values).text;
      return { checks, variant: foldText(other) === foldText(text) ? null : other };
    },

    async replyExtras({ replyId }: { replyId: string }): Promise<ReplyExtras | null> {
      const reply = await database.quickReplies.get(replyId);
      if (reply === undefined) return null;
      const { attachments = [], validUntil = null } = reply;
      return {
        expiredAt: validityAt(reply, now()) === 'expired' ? validUntil : null,
        links: attachments.flatMap((one) => (one.kind === 'link' ? [{ url: one.url, title: one.title }] : [])),
        pictures: attachments.flatMap((one) => (one.kind === 'image' ? [{ id: one.id, name: one.name }] : [])),
      };
    },

    async paletteMarks({ workbenchId, marks }: { workbenchId: string; marks: boolean }): Promise<void> {
      await updateSettings(({ palette }) => ({
        palette: { byWorkbench: { ...palette.byWorkbench, [workbenchId]: { marks } } },
      }));
    },
  };
}
