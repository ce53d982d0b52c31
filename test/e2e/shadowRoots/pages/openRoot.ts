import { register } from 'vue-advanced-chat';
import { before, listed, type SaidOnPage } from '../chatOnPage';

register();

/** A chat library that draws everything, list and composer included, into an open shadow root. */
const users = [
  { _id: 'agent', username: '小满' },
  { _id: 'customer', username: '小鹿' },
];
const said: SaidOnPage[] = [];
const messageOf = (author: string, content: string, timestamp: string, index: number) => ({
  _id: `m${index}`,
  indexId: index,
  content,
  senderId: author,
  username: author === 'agent' ? '小满' : '小鹿',
  date: '21 November',
  timestamp,
  seen: true,
});
let messages = before.map(({ author, text, time }, i) => messageOf(author, text, time, i));
const chat = Object.assign(document.createElement('vue-advanced-chat'), {
  height: '100vh',
  currentUserId: 'agent',
  rooms: listed.map(({ id, name, unread, preview }) => ({
    roomId: id,
    roomName: name,
    avatar: '',
    unreadCount: unread,
    lastMessage: { _id: `last-${id}`, content: preview, senderId: 'customer', timestamp: '14:02' },
    users,
  })),
  roomsLoaded: true,
  roomId: 'u1',
  messages: [] as typeof messages,
  messagesLoaded: false,
});
// As its users do: a room that is opened asks for its messages, and is told when they are there.
chat.addEventListener('fetch-messages', () => {
  setTimeout(() => {
    chat.messages = messages;
    chat.messagesLoaded = true;
  }, 100);
});
const put = (author: 'customer' | 'agent', text: string) => {
  const time = new Date().toTimeString().slice(0, 5);
  messages = [...messages, messageOf(author, text, time, messages.length)];
  chat.messages = messages;
  said.push({ author, text, at: Date.now() });
};
chat.addEventListener('send-message', (event) => {
  const [sent] = (event as CustomEvent<[{ content: string }]>).detail;
  put('agent', sent.content);
});
document.getElementById('root')?.append(chat);

const field = () => chat.shadowRoot?.querySelector('textarea') ?? null;
window.chat = {
  customerSays: (text) => put('customer', text),
  said: () => said,
  composerBox: () => field()?.getBoundingClientRect().toJSON(),
  composerText: () => field()?.value ?? '',
};
