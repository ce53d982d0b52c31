import { Button, IconButton } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatTimeOfDay } from '@/lib/metrics/format/timeOfDay';
import { type DutyActions, type DutyView, dutyLine } from './dutyProps';

/** So many people have a button each; of more, all but two are in a menu. */
const BUTTONS = 3;
const NONE = '';

/**
 * One quiet line under the head: who is on duty, asked or handed over in one press, or that nobody is and what that
 * means. Takes no focus and goes away by being answered.
 */
export function DutyLine({
  view,
  handing,
  onHanded,
  ...actions
}: DutyActions & { view: DutyView; handing: boolean; onHanded: () => void }) {
  const line = dutyLine(view, handing);
  if (line === null) return null;
  if (line === 'offDuty') return <OffDuty duty={view.duty} onDuty={actions.onDuty} />;
  const choose = (person: string | null) => {
    actions.onPerson(person);
    onHanded();
  };
  return <Persons view={view} asked={line === 'ask'} onChoose={choose} onClose={onHanded} />;
}

function Persons(props: {
  view: DutyView;
  asked: boolean;
  onChoose: (person: string | null) => void;
  onClose: () => void;
}) {
  const { view, asked, onChoose, onClose } = props;
  const t = useT();
  const others = asked ? view.persons : view.persons.filter((person) => person !== view.person);
  const shown = others.length > BUTTONS ? BUTTONS - 1 : BUTTONS;
  const more = others.slice(shown);
  const title = asked ? t('common:duty.ask') : t('common:duty.handTo');
  return (
    <fieldset className="mh-duty-line" aria-label={title}>
      <span className="mh-duty-line__title">{asked ? t('common:duty.askShort') : title}</span>
      {others.slice(0, shown).map((person) => (
        <Button key={person} small onClick={() => onChoose(person)}>
          <span className="mh-ellipsis">{person}</span>
        </Button>
      ))}
      {more.length === 0 ? null : (
        <Select
          quiet
          label={t('common:duty.others')}
          value={NONE}
          options={[
            { value: NONE, label: t('common:duty.others') },
            ...more.map((person) => ({ value: person, label: person })),
          ]}
          onChange={(person) => person !== NONE && onChoose(person)}
        />
      )}
      <span className="mh-duty-line__end">
        {asked || view.person === null ? null : (
          <Button small kind="quiet" onClick={() => onChoose(null)}>
            {t('common:noPerson')}
          </Button>
        )}
        <IconButton
          icon="close"
          label={asked ? t('common:duty.leaveOpen') : t('common:cancel')}
          onClick={() => (asked ? onChoose(null) : onClose())}
        />
      </span>
    </fieldset>
  );
}

function OffDuty({ duty, onDuty }: Pick<DutyView, 'duty'> & Pick<DutyActions, 'onDuty'>) {
  const t = useT();
  const { by, since, leftOut } = duty;
  const why =
    by === 'workbench'
      ? t('common:duty.offline')
      : by === 'switch' && since !== null
        ? t('common:duty.endedAt', { time: formatTimeOfDay(since) })
        : t('common:duty.outsideShift');
  const meaning = leftOut ? t('common:duty.leftOut') : t('common:duty.counted');
  return (
    <div className="mh-duty-line" role="status">
      <span className="mh-duty-line__text mh-ellipsis" title={`${why}${meaning}`}>
        {why}
        {meaning}
      </span>
      {by === 'workbench' ? null : (
        <span className="mh-duty-line__end">
          <Button small onClick={() => onDuty(true)}>
            {t('common:duty.start')}
          </Button>
        </span>
      )}
    </div>
  );
}
