import { Chip } from '@/components/overlay/Chip';
import type { LiveView } from '@/lib/domain/live';

/** A grey imitation of a chat workbench at 1366 × 768, so that the overlay is judged where it will stand. */
export function Workbench() {
  return (
    <div className="bench">
      <aside className="bench__list">
        {Array.from({ length: 10 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture that never changes
          <div key={index} className="bench__item" />
        ))}
      </aside>
      <div className="bench__chat">
        {Array.from({ length: 6 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture that never changes
          <div key={index} className={index % 2 === 0 ? 'bench__in' : 'bench__out'} />
        ))}
        <div className="bench__composer" />
      </div>
      <aside className="bench__side" />
    </div>
  );
}

/** The clocks at the imitation's waiting items. */
export function Chips({ view }: { view: LiveView }) {
  return view.waiting
    .slice(0, 10)
    .map((wait, index) => (
      <Chip key={wait.conversationId} wait={wait} place={{ left: 190, top: 22 + index * 64 }} firstTargetMs={10_000} />
    ));
}

/** Style of the imitation, in the page; the overlay's is in its root. */
export const workbenchStyle = `
html { font-size: 62.5%; }
body { margin: 0; }
.bench { display: flex; width: 1366px; height: 768px; background: #eceef1; }
.bench__list { width: 260px; background: #f7f8fa; border-right: 1px solid #d8dbe0; }
.bench__item { height: 63px; border-bottom: 1px solid #e6e8ec; background: linear-gradient(#d5d9df, #d5d9df) 56px 18px / 90px 10px no-repeat, linear-gradient(#e3e6ea, #e3e6ea) 56px 38px / 150px 8px no-repeat, linear-gradient(#cfd4db, #cfd4db) 14px 14px / 32px 32px no-repeat; }
.bench__chat { position: relative; flex: 1; padding: 24px; display: flex; flex-direction: column; gap: 18px; }
.bench__in, .bench__out { width: 320px; height: 52px; border-radius: 8px; background: #fff; }
.bench__out { align-self: flex-end; background: #cfe3ff; }
.bench__composer { position: absolute; left: 0; right: 0; bottom: 0; height: 150px; background: #fff; border-top: 1px solid #d8dbe0; }
.bench__side { width: 280px; background: #fff; border-left: 1px solid #d8dbe0; }
`;
