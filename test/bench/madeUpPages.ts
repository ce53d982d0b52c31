import type { Listed, Said } from './inferenceCases';

/** A chat page put together by chance out of the ways in which chat pages are built. */
export interface MadeUpPage {
  html: string;
  said: Said[];
  /** As the page shows them; null where it shows none for that message. */
  times: (string | null)[];
  conversations: Listed[] | null;
  /** What was chosen, for whoever looks at a page that is misread. */
  choices: Record<string, string | boolean>;
}

interface Message {
  own: boolean;
  text: string;
  html: string;
  clock: string;
  /** Same author as the message before, on the same day. */
  continues: boolean;
}

const NAMES = ['Ines Duarte', '林小满', 'Tom Becker', '周舟', 'Ayşe Kaya', 'r.oconnell', '陈先生', 'Marta Nowak'];
const AGENT = 'Support Nina';
const TEXTS: [text: string, html?: string][] = [
  ['Hello, is the green one still in stock?'],
  ['Yes, twelve are left.'],
  ['这个可以开发票吗？'],
  ['可以的，下单时备注就好'],
  ['ok'],
  ['好的'],
  ['today'],
  ['🙂'],
  ['Two lines of it\nthe second line', 'Two lines of it<br>the second line'],
  ['See example.com/returns for how', 'See <a href="#r">example.com/returns</a> for how'],
  ['It is really heavy', 'It is <b>really</b> heavy'],
  ['Thanks 👍 a lot', 'Thanks <img class="emoji" alt="👍" width="16" height="16"> a lot'],
  ['明天 10:30 能送到吗'],
  ['12'],
  [
    'I ordered on Monday and paid at once, but the parcel has not been handed over to the carrier yet. Could you look into it and tell me when it will arrive?',
  ],
  ['亲，仓库已经打包好了，今天晚上八点之前一定会发出，发出以后物流信息会在二十四小时之内更新，请您耐心等待一下哦'],
  ['How much is shipping to Cork?'],
  ['4.90 €'],
  ['谢谢！'],
  ['You are welcome'],
];

/** Numbers from a seed, each from 0 to below 1. */
function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Names as a build makes them up. */
function hashed(name: string, seed: number): string {
  let hash = seed * 31;
  for (const character of name) hash = (Math.imul(hash, 33) ^ character.charCodeAt(0)) >>> 0;
  return `css-${hash.toString(36).padStart(7, 'q')}`;
}

/** The same page for the same seed. */
export function madeUpPage(seed: number): MadeUpPage {
  const next = chance(seed);
  const pick = <T>(...of: T[]): T => of[Math.floor(next() * of.length)] as T;
  const isHashed = pick(true, false, false);
  const name = (word: string) => (isHashed ? hashed(word, seed) : word);
  const cls = (...words: (string | false)[]) => {
    const all = words.filter((word) => word !== false).map(name);
    return all.length === 0 ? '' : ` class="${all.join(' ')}"`;
  };
  const columns = pick('two', 'two', 'two', 'one');
  const picked = pick('none', 'none', 'wrapped', 'first only');
  // Names over groups, in a single column without any mark, are more than an adapter can say.
  const grouping = picked === 'wrapped' && columns === 'one' && isHashed ? 'first only' : picked;
  const mark = columns === 'one' || isHashed ? 'class' : pick('class', 'data', 'place');
  const sideWords = pick(
    ['me', 'them'],
    ['outgoing', 'incoming'],
    ['sent', 'received'],
    ['right', 'left'],
    ['agent', 'customer'],
  );
  const time = pick('none', 'in text', 'under', 'beside', 'head', 'joined');
  const clockOf = pick('24', '12', '24s');
  const picture = pick('none', 'image', 'letters');
  const heads = columns === 'one' || time === 'head' || time === 'joined' ? true : pick(true, false);
  const receipt = pick('none', 'ticks', 'word', 'after time');
  const dates = pick('none', 'rows', 'sections');
  const element = pick('div', 'li', 'article');
  const depth = pick(0, 1, 2);
  const hasQuotes = pick(true, false);
  const hasTools = pick(true, false);
  const hasReactions = pick(true, false);
  const system = pick(true, false);
  const list = pick('left', 'left', 'left', 'right', 'none');
  const badge = pick('number', 'plus', 'none');
  const active = pick('class', 'aria');
  const item = pick('div', 'li', 'a', 'button');
  const preview = pick(true, false);
  const composer = pick('textarea', 'editable', 'input');
  const panel = pick(true, false);
  const shadow = pick(false, false, false, true);

  const customer = pick(...NAMES);
  const count = 6 + Math.floor(next() * 10);
  const messages: Message[] = [];
  let own = false;
  for (let i = 0; i < count; i++) {
    const [text, html] = pick(...TEXTS);
    const minute = 7 * i + 3;
    const [hours, minutes] = [9 + Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
    const clock =
      clockOf === '24'
        ? `${hours}:${minutes}`
        : clockOf === '24s'
          ? `${hours}:${minutes}:09`
          : `${hours}:${minutes} AM`;
    const before = messages.at(-1);
    messages.push({ own, text, html: html ?? text, clock, continues: before?.own === own && i !== 4 });
    own = i === 1 ? false : next() < 0.6 ? !own : own;
    if (i === 2) own = true;
  }

  const times: (string | null)[] = [];
  const parts: string[] = [];
  let group: { own: boolean; html: string[]; head: string } | null = null;
  const side = (one: boolean) => sideWords[one ? 0 : 1] as string;
  const sideClass = (one: boolean) => (mark === 'class' ? `msg-${side(one)}` : false);
  const sideData = (one: boolean) => (mark === 'data' ? ` data-from="${side(one)}"` : '');
  const placed = (one: boolean) =>
    columns === 'two'
      ? ` style="display:flex;flex-direction:column;align-items:${one ? 'flex-end' : 'flex-start'}"`
      : '';
  const closeGroup = () => {
    if (!group) return;
    const { own: one, html, head } = group;
    parts.push(`<div${cls('group', sideClass(one))}${sideData(one)}>${head}${html.join('')}</div>`);
    group = null;
  };
  const face = (one: boolean) => {
    const who = one ? AGENT : customer;
    if (picture === 'image') return `<img${cls('face')} src="/${one ? 'a' : 'c'}.png" alt="" width="28" height="28">`;
    if (picture === 'letters')
      return `<div${cls('face')} style="width:28px;height:28px;background:#ccc;border-radius:50%">${who.slice(0, 1)}</div>`;
    return '';
  };
  const stampOf = (message: Message) => {
    const tail =
      !message.own || receipt === 'none' ? '' : receipt === 'ticks' ? ' ✓✓' : receipt === 'after time' ? ' Read' : '';
    return `<span${cls('stamp')} style="font-size:11px;color:#888">${message.clock}${tail}</span>`;
  };

  const divider = (label: string) =>
    `<div${cls('day')} style="text-align:center;font-size:12px;color:#888;margin:8px">${label}</div>`;
  if (dates === 'rows') parts.push(divider('Monday, Nov 23'));
  messages.forEach((message, i) => {
    const isFirst = !message.continues || grouping === 'none';
    if (i === 4 && dates === 'rows') {
      closeGroup();
      parts.push(divider('Today'));
    }
    if (i === 4 && dates === 'sections') {
      closeGroup();
      parts.push(`</section><section${cls('section')}>${divider('Today')}`);
    }
    if (i === 3 && system && columns === 'two') {
      closeGroup();
      parts.push(
        `<div${cls('notice')} style="text-align:center;color:#999;font-size:12px">${AGENT} joined the chat</div>`,
      );
    }
    const who = message.own ? AGENT : customer;
    const nameHtml =
      time === 'joined'
        ? `<div${cls('who')} style="font-size:12px">${who}, ${message.clock}</div>`
        : `<div${cls('head')} style="font-size:12px"><span${cls('who')}>${who}</span>${time === 'head' ? ` ${stampOf(message)}` : ''}</div>`;
    const head = heads && isFirst ? nameHtml : '';
    const stamp = stampOf(message);
    const quote =
      hasQuotes && i === 5
        ? `<div${cls('quote')} style="border-left:3px solid #999;color:#777;font-size:12px">${messages[0]?.text.split('\n')[0]}</div>`
        : '';
    const words = `<div${cls('words')}>${message.html}${time === 'in text' ? ` ${stamp}` : ''}</div>`;
    const under = time === 'under' ? `<div${cls('foot')}>${stamp}</div>` : '';
    const reaction = hasReactions && i === 2 ? `<div${cls('reactions')}><button type="button">👍 1</button></div>` : '';
    const ground = columns === 'two' ? `background:${message.own ? '#d0ebff' : '#f1f1f1'};border-radius:8px;` : '';
    const bubble = `<div${cls('bubble')} style="${ground}padding:6px 10px;max-width:60%">${quote}${words}${under}${reaction}</div>`;
    const word =
      receipt === 'word' && message.own && i === messages.length - 1
        ? `<div${cls('receipt')} style="font-size:11px">Read</div>`
        : '';
    const tools = hasTools
      ? `<div${cls('tools')} style="font-size:11px"><button type="button" title="Reply">↩</button><button type="button" title="More">⋯</button></div>`
      : '';
    const line = `<div${cls('line')} style="display:flex;gap:6px;${message.own && columns === 'two' ? 'flex-direction:row-reverse' : ''}">${face(message.own)}${bubble}${time === 'beside' ? stamp : ''}${tools}</div>`;
    const wrapped = `${'<div>'.repeat(depth)}${line}${word}${'</div>'.repeat(depth)}`;
    const isWrapped = grouping === 'wrapped';
    if (isWrapped && group?.own !== message.own) closeGroup();
    if (isWrapped && isFirst) closeGroup();
    const inner = isWrapped && group === null ? wrapped : `${isWrapped ? '' : head}${wrapped}`;
    const row = `<${element}${cls('row', !isWrapped && sideClass(message.own))}${isWrapped ? '' : sideData(message.own)}${placed(message.own)}>${inner}</${element}>`;
    if (isWrapped) {
      group ??= { own: message.own, html: [], head };
      group.html.push(row);
    } else parts.push(row);
    const isShown = time === 'head' || time === 'joined' ? isFirst : time !== 'none';
    times.push(isShown ? message.clock : null);
  });
  closeGroup();
  const rows = parts.join('\n');
  const log = `<div${cls('log')} style="flex:1;overflow-y:auto;padding:8px">${dates === 'sections' ? `<section${cls('section')}>${divider('Monday, Nov 23')}${rows}</section>` : rows}</div>`;

  const others = NAMES.filter((one) => one !== customer).slice(0, 3 + Math.floor(next() * 4));
  const all = [customer, ...others];
  const conversations: Listed[] = all.map((one, i) => [
    one,
    badge === 'none' || i !== 2 ? 0 : badge === 'plus' ? 99 : 4,
  ]);
  const items = all.map((one, i) => {
    const unread = conversations[i]?.[1] ?? 0;
    const mark =
      unread === 0
        ? ''
        : `<span${cls('count')} style="background:#e33;color:#fff;border-radius:9px;padding:0 5px">${badge === 'plus' ? '99+' : unread}</span>`;
    const isActive = i === 0;
    return `<${item}${cls('item', isActive && active === 'class' && 'active')}${active === 'aria' ? ` aria-selected="${isActive}"` : ''}${item === 'a' ? ` href="#/c/${400 + i}"` : ''} style="display:flex;gap:6px;padding:8px;cursor:pointer;width:100%;text-align:left">${picture === 'image' ? `<img src="/p${i}.png" alt="" width="30" height="30">` : ''}<span${cls('name')} style="flex:1">${one}</span>${preview ? `<span${cls('last')} style="color:#777">${TEXTS[(i * 3) % TEXTS.length]?.[0].slice(0, 14)}</span>` : ''}${mark}</${item}>`;
  });
  const side0 = `<div${cls('side')} style="width:280px;overflow-y:auto;border:1px solid #ddd"><input type="search" placeholder="Search">${items.join('')}</div>`;
  const field =
    composer === 'textarea'
      ? `<textarea${cls('field')} rows="3" style="width:100%" placeholder="Write a reply"></textarea>`
      : composer === 'input'
        ? `<input${cls('field')} type="text" style="width:90%;height:32px">`
        : `<div${cls('field')} contenteditable="true" style="min-height:48px;border:1px solid #ccc"></div>`;
  const chat = `<div${cls('chat')} style="flex:1;display:flex;flex-direction:column;min-width:0"><header${cls('top')} style="padding:8px"><h2${cls('title')} style="margin:0;font-size:16px">${customer}</h2></header>${log}<footer${cls('foot-bar')}>${field}<button type="button">Send</button></footer></div>`;
  const aside = panel
    ? `<div${cls('panel')} style="width:240px"><h3>Customer</h3><dl><dt>Orders</dt><dd>7</dd><dt>Since</dt><dd>2024-03-02</dd></dl><p>Order 50123 · shipped</p><p>Order 49811 · done</p><p>Order 48004 · done</p></div>`
    : '';
  const app = `<div style="display:flex;height:96vh">${list === 'left' ? side0 : ''}${chat}${aside}${list === 'right' ? side0 : ''}</div>`;
  const body = shadow ? `<div id="app"><template shadowrootmode="open">${app}</template></div>` : app;
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Inbox</title></head><body style="margin:0;font:14px sans-serif">${body}</body></html>`,
    said: messages.map(({ own: one, text }): Said => [one ? 'agent' : 'customer', text.replace(/\s+/gu, ' ')]),
    times,
    conversations: list === 'none' ? null : conversations,
    choices: {
      columns,
      grouping,
      mark,
      side: sideWords.join('/'),
      time,
      clockOf,
      picture,
      heads,
      receipt,
      dates,
      element,
      depth: String(depth),
      hasQuotes,
      hasTools,
      hasReactions,
      system,
      list,
      badge,
      active,
      item,
      preview,
      composer,
      panel,
      shadow,
      isHashed,
    },
  };
}
