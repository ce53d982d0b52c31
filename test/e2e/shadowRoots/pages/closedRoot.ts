import { before, listed, type SaidOnPage } from '../chatOnPage';

/** A desk whose list, transcript and composer stand in one closed shadow root: nothing outside can look into it. */
const said: SaidOnPage[] = [];
const host = document.createElement('desk-app');
const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = `<style>
:host { display: flex; height: 100vh; font: 14px sans-serif; }
.people { width: 220px; border-right: 1px solid #ddd; }
.person { padding: 10px; cursor: pointer; }
.person--open { background: #e0e7ff; }
.person .badge { float: right; background: red; color: #fff; border-radius: 9px; padding: 0 6px; }
.preview { color: #777; font-size: 12px; }
.chat { flex: 1; display: flex; flex-direction: column; min-width: 0; }
.title { font-size: 16px; margin: 10px; }
.lines { flex: 1; overflow: auto; }
.line { display: flex; margin: 6px 12px; }
.line--mine { flex-direction: row-reverse; }
.bubble { background: #eee; border-radius: 8px; padding: 6px 10px; max-width: 60%; }
.line--mine .bubble { background: #bfdbfe; }
.when { color: #777; align-self: end; margin: 0 6px; font-size: 12px; }
textarea { margin: 10px; height: 70px; font: inherit; }
</style>
<div class="people">${listed
  .map(
    ({ name, unread, preview }, i) =>
      `<div class="person${i === 0 ? ' person--open' : ''}"><span class="name">${name}</span>${unread > 0 ? `<b class="badge">${unread}</b>` : ''}<div class="preview">${preview}</div></div>`,
  )
  .join('')}</div>
<div class="chat"><h1 class="title">${listed[0]?.name}</h1><div class="lines"></div><textarea aria-label="回复"></textarea></div>`;
document.getElementById('root')?.append(host);

const lines = root.querySelector('.lines') as HTMLElement;
const field = root.querySelector('textarea') as HTMLTextAreaElement;
const draw = (author: 'customer' | 'agent', text: string, time: string) => {
  const line = document.createElement('div');
  line.className = `line${author === 'agent' ? ' line--mine' : ''}`;
  for (const [name, content] of [
    ['bubble', text],
    ['when', time],
  ] as const) {
    const part = document.createElement('div');
    part.className = name;
    part.textContent = content;
    line.append(part);
  }
  lines.append(line);
  lines.scrollTop = lines.scrollHeight;
};
for (const { author, text, time } of before) draw(author, text, time);
const put = (author: 'customer' | 'agent', text: string) => {
  draw(author, text, new Date().toTimeString().slice(0, 5));
  said.push({ author, text, at: Date.now() });
};
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  const text = field.value.trim();
  field.value = '';
  if (text !== '') put('agent', text);
});

window.chat = {
  customerSays: (text) => put('customer', text),
  said: () => said,
  composerBox: () => field.getBoundingClientRect().toJSON(),
  composerText: () => field.value,
};
