import { type Ref, useEffect, useRef } from 'react';
import { Button, IconButton } from '@/components/design/Button';
import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { PickingHint } from './PickingHint';
import { RepairChanges } from './RepairChanges';
import { TaughtMessages } from './TaughtMessages';
import { TEACHING_PARTS, type TeachingActions, type TeachingView } from './teachingProps';

/** Where the panel stands, CSS pixels of the window. */
export interface PanelPlace {
  left: number;
  top: number;
}

/** What was found on the page, how it is read, and the buttons that make it so. Everything can be done with the keys. */
export function TeachingPanel(
  props: TeachingView & TeachingActions & { place: PanelPlace; panelRef?: Ref<HTMLElement> },
) {
  const { mode, host, counts, messages, confidence, question, picking, misunderstood, failed, place } = props;
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const picked = useRef(picking);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (picking === null && picked.current !== null)
      buttons.current.get(picked.current)?.focus({ preventScroll: true });
    picked.current = picking;
  }, [picking]);
  const found = confidence !== null;
  return (
    <section
      ref={props.panelRef}
      data-overlay=""
      role="dialog"
      aria-label={t(`teaching:title.${mode}`)}
      className="mh mh-teach"
      style={{ left: place.left, top: place.top }}
    >
      <header className="mh-teach__head">
        <h2 ref={heading} tabIndex={-1} className="mh-teach__title">
          {t(`teaching:title.${mode}`)}
        </h2>
        <span className="mh-muted mh-ellipsis">{host}</span>
        <IconButton icon="close" label={t('common:cancel')} onClick={props.onCancel} />
      </header>
      {picking === null ? (
        <>
          {found ? null : <Notice tone="warning">{t('teaching:nothing')}</Notice>}
          {misunderstood ? <Notice tone="warning">{t('teaching:misunderstood')}</Notice> : null}
          <ul className="mh-teach__parts" aria-label={t('teaching:parts')}>
            {TEACHING_PARTS.map((part) => (
              <li key={part} className="mh-teach__part">
                <span className={`mh-teach__dot mh-teach__dot--${part}`} aria-hidden="true" />
                <span>{t(`teaching:part.${part}`)}</span>
                <span className={counts[part] === 0 && part !== 'automatic' ? 'mh-teach__none' : 'mh-muted'}>
                  {part === 'composer' && counts.composer > 0
                    ? t('teaching:there')
                    : counts[part] === 0
                      ? t(part === 'automatic' ? 'teaching:noneHere' : 'teaching:notFound')
                      : t(`teaching:count.${part === 'item' ? 'item' : 'message'}`, { count: counts[part] })}
                </span>
                <Button
                  small
                  ref={(button) => {
                    if (button) buttons.current.set(part, button);
                  }}
                  aria-label={t('teaching:pointOutOf', { part: t(`teaching:part.${part}`) })}
                  onClick={() => props.onPick(part)}
                >
                  {t('teaching:pointOut')}
                </Button>
              </li>
            ))}
          </ul>
          {question === null ? null : (
            <fieldset className="mh-teach__question">
              <legend>{t('teaching:question')}</legend>
              {question.map((text, index) => (
                <Button key={text} small onClick={() => props.onAnswer(index === 0 ? 0 : 1)}>
                  <span className="mh-ellipsis">{text}</span>
                </Button>
              ))}
            </fieldset>
          )}
          <TaughtMessages messages={messages} />
          {mode === 'repair' ? <RepairChanges changes={props.changes} lost={props.lost} /> : null}
          {failed === null ? null : <Notice tone="error">{t('teaching:failed', { reason: failed })}</Notice>}
          <footer className="mh-teach__foot">
            <Button kind="primary" disabled={!found} onClick={props.onConfirm}>
              {t(`teaching:confirm.${mode}`)}
            </Button>
            <Button onClick={props.onCancel}>{t('common:cancel')}</Button>
            {confidence === null ? null : (
              <span className="mh-teach__sure mh-muted">
                {t('teaching:sure', { percent: Math.min(99, Math.round(confidence * 100)) })}
              </span>
            )}
          </footer>
        </>
      ) : (
        <PickingHint part={picking} text={props.candidate?.text ?? null} onLeave={props.onLeavePicking} />
      )}
    </section>
  );
}
