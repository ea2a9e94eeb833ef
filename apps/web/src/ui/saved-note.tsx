import { Check, CircleAlert, Ellipsis, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LocalTime } from './local-time.tsx';

type SavedNoteProps = {
  readonly state: 'saved' | 'saving' | 'notSaved';
  /** When it was last saved, ISO 8601. */
  readonly at?: string | undefined;
};

const ICON = {
  saved: Check,
  saving: Ellipsis,
  notSaved: CircleAlert,
} as const satisfies Record<SavedNoteProps['state'], LucideIcon>;

/** "Saved 10:42". Screen readers read it on request; it never interrupts typing. */
export function SavedNote({ state, at }: SavedNoteProps) {
  const t = useTranslations('ui.saved');
  const Icon = ICON[state];
  return (
    <p className="flex items-center gap-1.5 whitespace-nowrap text-muted text-small">
      <Icon aria-hidden className="size-[1.125em]" />
      <span>
        {state === 'saved' && at ? t.rich('savedAt', { time: () => <LocalTime value={at} form="time" /> }) : t(state)}
      </span>
    </p>
  );
}
