import { expect, it } from 'vitest';
import { nameShop } from '@/lib/storage/nameShop';
import { openStore, recorder, row, transcript } from './openStore';

const origin = 'https://chat.example.com';

it('names what was recorded without a shop, and renames it, but nothing that the page itself named', async () => {
  const store = await openStore();
  const said = (key: string) => [transcript([row('在吗')], { key })];
  await store.record(said('c1'));
  await store.record(said('c2'), recorder('r2', { shop: '页面上的店', account: '二号' }));
  await store.record(said('c3'), recorder('r3', { origin: 'https://other.example' }));
  const shops = async () =>
    Object.fromEntries((await store.database.conversations.toArray()).map((one) => [one.key, one.shop]));

  await nameShop(store.database, { origin, before: null, shop: '山野集' });
  expect(await shops()).toEqual({ c1: '山野集', c2: '页面上的店', c3: null });
  await nameShop(store.database, { origin, before: '山野集', shop: '山野集户外' });
  expect(await shops()).toEqual({ c1: '山野集户外', c2: '页面上的店', c3: null });
  await nameShop(store.database, { origin, before: '山野集户外', shop: null });
  expect(await shops()).toEqual({ c1: null, c2: '页面上的店', c3: null });
});
