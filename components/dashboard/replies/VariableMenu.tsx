import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';

/** As they stand in a text; what is behind each, the menu says. */
const VARIABLES = ['顾客', '称呼', '店铺', '客服', '商品', '问候'] as const;

interface VariableMenuProps {
  /** Puts it at the caret; `select` is what of it is to be overwritten. */
  onInsert: (text: string, select: { from: number; to: number } | null) => void;
}

/** Inserts a variable into the text: what the computer fills in, or a field that is asked for on insertion. */
export function VariableMenu({ onInsert }: VariableMenuProps) {
  const t = useT();
  return (
    <span className="mh-editor__variables">
      <Select
        label={t('dashboard:replies.insertVariable')}
        value=""
        options={[
          { value: '', label: t('dashboard:replies.insertVariable') },
          ...VARIABLES.map((name) => ({ value: `{${name}}`, label: t(`dashboard:replies.variable.${name}`) })),
          { value: '{?}', label: t('dashboard:replies.variable.field') },
        ]}
        onChange={(value) => {
          if (value === '') return;
          const name = t('dashboard:replies.fieldName');
          if (value === '{?}') onInsert(`{?${name}}`, { from: 2, to: 2 + name.length });
          else onInsert(value, null);
        }}
      />
    </span>
  );
}
