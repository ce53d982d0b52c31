import { between, partSeed, pick, seededRandom } from '../random';
import { scriptedAnswer } from '../script';
import type { Composer } from './composer';
import type { PageStore } from './store';

const generalAnswers = [
  '好的亲，这边帮您看一下，请稍等～',
  '在的亲，请问有什么可以帮您？',
  '收到，马上为您核实，一分钟内给您答复。',
  '亲，您方便发一下订单号或者商品链接吗？',
  '不客气的亲，有问题随时找我～',
];

/** An agent that works the page as a person does: notices, opens the longest wait, thinks, types, presses Enter. */
export function startAgentBot(options: {
  store: PageStore;
  composer: Composer;
  isPaused: () => boolean;
  clickItem: (conversationId: string) => void;
}): () => void {
  const { store, composer } = options;
  const random = seededRandom(partSeed(store.options.seed, 'agent'));
  let stopped = false;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms / store.options.speed));

  const work = async (): Promise<void> => {
    while (!stopped) {
      await wait(between(random, 1_200, 4_500));
      const waiting = [...store.conversations.values()]
        .filter((conversation) => conversation.waitingSince !== null)
        .sort((one, other) => (one.waitingSince ?? 0) - (other.waitingSince ?? 0))[0];
      if (waiting === undefined || options.isPaused() || store.connection !== 'connected') continue;
      options.clickItem(waiting.id);
      await wait(between(random, 2_000, 9_000) + store.options.switchDelay);
      const incoming = store.messages.get(waiting.id)?.filter((message) => message.author === 'customer') ?? [];
      const known = incoming
        .slice(-6)
        .reverse()
        .map((message) => scriptedAnswer(message.text));
      const answer = known.find((text) => text !== null) ?? pick(random, generalAnswers);
      const characters = [...answer];
      for (let typed = 6; typed < characters.length + 6; typed += 6) {
        composer.type(characters.slice(0, typed).join(''));
        await wait(between(random, 300, 900));
      }
      if (store.openId === waiting.id && !stopped) composer.pressEnter();
    }
  };
  void work();
  return () => {
    stopped = true;
  };
}
