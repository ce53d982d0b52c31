import { readOptions } from '../options';
import type { PlaygroundAuthor, PlaygroundMessage, TruthEntry } from '../protocol';
import { startAgentBot } from './agentBot';
import { Composer } from './composer';
import { ConversationList } from './conversationList';
import { CustomerPanel } from './customerPanel';
import { make, setAttribute, setText } from './dom';
import { rememberedOpen } from './remembered';
import { skinOf } from './skins';
import { PageStore } from './store';
import { stylesOf } from './styles';
import { Transcript } from './transcript';

/** What a test may do on the page, as `window.playground`. */
export interface PlaygroundApi {
  conversations(): { id: string; name: string; waiting: boolean }[];
  openId(): string | null;
  customerSays(conversationId: string, text: string): Promise<PlaygroundMessage>;
  /** Any other row: a greeting, a robot's, a colleague's, a system row. */
  says(conversationId: string, author: PlaygroundAuthor, text: string): Promise<PlaygroundMessage>;
  open(conversationId: string): void;
  truth(): Promise<TruthEntry[]>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Pauses the script; answers with the conversations that wait. */
  setWaiting(count: number): Promise<string[]>;
  loggedInElsewhere(): void;
  disconnect(): void;
  reconnect(): void;
  /** A new version of the page takes over: every class, and the attribute of conversation ids, has another name. */
  release(): void;
}

declare global {
  interface Window {
    playground: PlaygroundApi;
  }
}

const query = location.search.slice(1);
const options = readOptions(new URLSearchParams(query));
const skin = skinOf(options.skin, options.mirrored);
const store = new PageStore(options, query);
const name = skin.name;

const style = make('style', {}, stylesOf(skin));
document.head.append(style);
const list = new ConversationList(store, skin);
const transcript = new Transcript(store, skin);
const composer = new Composer({
  skin,
  send: (text) => {
    transcript.toEnd();
    store.send(text);
  },
});
const panel = new CustomerPanel(store, skin);

const headName = make('span', { class: name('chat-name') });
const headTag = make('span', { class: name('chat-tag') });
const head = make(
  'div',
  { class: name('chat-head') },
  headName,
  headTag,
  make(
    'div',
    { class: name('chat-acts') },
    make('span', {}, '转接'),
    make('span', {}, '挂起'),
    make('span', {}, '结束会话'),
  ),
);
const chat = make('main', { class: name('chat') }, head, transcript.element, composer.element);
const navigation = ['接待', '历史会话', '快捷短语', '数据', '设置'].map((label) => make('span', {}, label));
document.body.append(
  make(
    'div',
    { class: name('app') },
    make(
      'header',
      { class: name('top') },
      make('span', { class: name('brand') }, make('i', { class: name('mark') }), '客服工作台'),
      make('nav', { class: name('top-nav') }, ...navigation),
      make('span', { class: name('shop') }, options.shopName),
      make('span', { class: name('account') }, options.account),
      make('span', { class: name('duty') }, '在线'),
    ),
    make(
      'div',
      { class: name('side-col') },
      make('div', { class: name('search') }, '搜索客户昵称、订单号'),
      list.element,
    ),
    chat,
    panel.element,
  ),
);

function drawHead(): void {
  const conversation = store.openId === null ? undefined : store.conversations.get(store.openId);
  if (conversation === undefined) head.removeAttribute(skin.conversationAttribute ?? 'data-cid');
  else if (options.keys === 'id' && skin.conversationAttribute !== null) {
    setAttribute(head, skin.conversationAttribute, conversation.id);
  }
  setText(headName, conversation?.name ?? '尚未选择会话');
  setText(headTag, conversation?.robotHolds ? '机器人接待中' : (conversation?.city ?? ''));
}

function drawState(): void {
  const bar = chat.querySelector(`.${name('offline')}`);
  if (store.connection !== 'disconnected') bar?.remove();
  else if (bar === null)
    head.after(make('div', { class: name('offline'), role: 'alert' }, '网络连接已断开，正在尝试重新连接…'));
  if (store.connection !== 'elsewhere' || document.querySelector(`.${name('mask')}`) !== null) return;
  const again = make('button', { class: name('send'), type: 'button' }, '重新登录');
  again.addEventListener('click', () => location.reload());
  const dialog = make(
    'div',
    { class: name('dialog'), role: 'alertdialog', 'aria-modal': 'true' },
    make('h2', {}, '账号在别处登录'),
    make('p', {}, `您的账号“${options.account}”已在其他设备登录，当前页面已停止接收消息。`),
    make('div', {}, again),
  );
  document.body.append(make('div', { class: name('mask') }, dialog));
}

function draw(): void {
  list.draw();
  drawHead();
  transcript.draw();
  panel.draw();
  drawState();
}

function release(): void {
  const old = skin.conversationAttribute;
  const names = skin.rename();
  if (old !== null) skin.conversationAttribute = 'data-ref';
  for (const element of document.querySelectorAll('body, body *')) {
    const classes = [...element.classList];
    if (classes.some((one) => names.has(one))) {
      element.className = classes.map((one) => names.get(one) ?? one).join(' ');
    }
    const id = old === null ? null : element.getAttribute(old);
    if (old === null || id === null) continue;
    element.removeAttribute(old);
    element.setAttribute('data-ref', id);
  }
  style.textContent = stylesOf(skin);
  draw();
}

let paused = false;
let firstDraw = true;
store.draw = () => {
  if (firstDraw && store.connection === 'connected') {
    firstDraw = false;
    const remembered = options.open ?? rememberedOpen();
    if (remembered !== null) store.open(remembered);
    if (options.elsewhere) store.disconnect('elsewhere');
    if (options.disconnected) store.disconnect('disconnected');
  }
  draw();
};
// Clocks, "刚刚" and late texts move on without a message.
setInterval(draw, options.lateText > 0 ? 50 : 1000);
window.addEventListener('pagehide', () => void store.flush());
store.connect();

window.playground = {
  conversations: () =>
    [...store.conversations.values()].map(({ id, name: shown, waitingSince }) => ({
      id,
      name: shown,
      waiting: waitingSince !== null,
    })),
  openId: () => store.openId,
  customerSays: (conversationId, text) => store.command({ op: 'append', conversationId, author: 'customer', text }),
  says: (conversationId, author, text) => store.command({ op: 'append', conversationId, author, text }),
  open: (conversationId) => store.open(conversationId),
  truth: () => store.truth(),
  release,
  pause: async () => {
    paused = true;
    await store.command({ op: 'pause' });
  },
  resume: async () => {
    paused = false;
    await store.command({ op: 'resume' });
  },
  setWaiting: (count) => {
    paused = true;
    return store.command({ op: 'setWaiting', count });
  },
  loggedInElsewhere: () => store.disconnect('elsewhere'),
  disconnect: () => store.disconnect('disconnected'),
  reconnect: () => store.connect(),
};

if (options.agent === 'bot')
  startAgentBot({ store, composer, isPaused: () => paused, clickItem: (id) => list.clickItem(id) });
