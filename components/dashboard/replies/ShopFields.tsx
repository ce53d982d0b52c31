import { useState } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import { Checkbox } from '../controls/Checkbox';
import { Segments } from '../controls/Segments';
import { TextField } from '../controls/TextField';

interface ShopFieldsProps {
  /** Seen so far. */
  shops: readonly string[];
  /** Empty = all. */
  chosen: readonly string[];
  onChange: (shops: string[]) => void;
}

/** For which shops a reply is. */
export function ShopFields({ shops, chosen, onChange }: ShopFieldsProps) {
  const t = useT();
  const [some, setSome] = useState(chosen.length > 0);
  const [name, setName] = useState('');
  const all = [...new Set([...shops, ...chosen])];
  const add = () => {
    const shop = name.trim();
    setName('');
    if (shop !== '' && !chosen.includes(shop)) onChange([...chosen, shop]);
  };
  return (
    <div className="mh-field">
      <span className="mh-field__label">{t('dashboard:replies.shops')}</span>
      <Segments
        label={t('dashboard:replies.shops')}
        value={some ? 'some' : 'all'}
        options={[
          { value: 'all', label: t('common:allShops') },
          { value: 'some', label: t('dashboard:replies.someShops') },
        ]}
        onChange={(value) => {
          setSome(value === 'some');
          if (value === 'all') onChange([]);
        }}
      />
      {some ? (
        <div className="mh-editor__shops">
          {all.map((shop) => (
            <Checkbox
              key={shop}
              label={shop}
              checked={chosen.includes(shop)}
              onChange={(on) => onChange(on ? [...chosen, shop] : chosen.filter((other) => other !== shop))}
            />
          ))}
          <TextField
            label={t('dashboard:replies.otherShop')}
            placeholder={t('dashboard:replies.otherShop')}
            value={name}
            onChange={setName}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </div>
      ) : null}
    </div>
  );
}
