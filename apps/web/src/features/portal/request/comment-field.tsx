'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type CommentFieldProps = {
  readonly name: string;
  /** How the item is answered. */
  readonly by: 'document' | 'field';
  readonly about: string;
  readonly draft: string;
};

/** A comment beside a file or a changed field. The box is closed at first, so that it does not look required. */
export function CommentField({ name, by, about, draft }: CommentFieldProps) {
  const t = useTranslations('portal.request.comment');
  const locale = useLocale();
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (pressed) document.getElementById(name)?.focus();
  }, [pressed, name]);
  if (!pressed && draft === '')
    return (
      <div className="-ms-control-x">
        <Button variant="quiet" onClick={() => setPressed(true)}>
          <MessageSquarePlus aria-hidden />
          {t.rich('add', {
            about: about.toLocaleLowerCase(locale),
            hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
          })}
        </Button>
      </div>
    );
  return (
    <Textarea name={name} label={t('label')} hint={t(by)} optional rows={2} maxLength={2000} defaultValue={draft} />
  );
}
