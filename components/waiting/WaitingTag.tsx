import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Waiting } from '@/lib/domain/live';

/** Which mark a waiting customer carries; the one that matters most, for there is room for one. */
export function tagOf(wait: Waiting): 'transferred' | 'followUp' | 'new' | 'returning' | null {
  if (wait.transferred) return 'transferred';
  if (wait.followUp) return 'followUp';
  if (wait.returning === true) return 'returning';
  return wait.first ? 'new' : null;
}

/** 转, 跟, 老 or 新; an empty place of the same width for everybody else, so that names stand in line. */
export function WaitingTag({ wait }: { wait: Waiting }) {
  const t = useT();
  const tag = tagOf(wait);
  if (tag === null) return <span className="mh-wait__tag" />;
  return (
    <span className="mh-wait__tag">
      <Tag text={t(`common:tag.${tag}`)} title={t(`common:tag.${tag}Long`)} tone={tag === 'new' ? 'accent' : 'plain'} />
    </span>
  );
}
