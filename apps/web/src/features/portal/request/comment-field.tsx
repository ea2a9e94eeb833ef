'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

const HINTS = {
  document: 'We read it beside your file. On its own it does not answer this.',
  field: 'We read it beside your change. On its own it does not answer this.',
} as const;

type CommentFieldProps = {
  readonly name: string;
  /** What answers the item that it stands beside. */
  readonly by: keyof typeof HINTS;
  readonly about: string;
  readonly draft: string;
};

/** Words beside a file or a changed detail. The box opens when somebody has something to say, so that none seems to be asked for. */
export function CommentField({ name, by, about, draft }: CommentFieldProps) {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (pressed) document.getElementById(name)?.focus();
  }, [pressed, name]);
  if (!pressed && draft === '')
    return (
      <div className="-ml-control-x">
        <Button variant="quiet" onClick={() => setPressed(true)}>
          <MessageSquarePlus aria-hidden />
          Add a comment
          <VisuallyHidden>: {about.toLowerCase()}</VisuallyHidden>
        </Button>
      </div>
    );
  return (
    <Textarea
      name={name}
      label="Your comment"
      hint={HINTS[by]}
      optional
      rows={2}
      maxLength={2000}
      defaultValue={draft}
    />
  );
}
