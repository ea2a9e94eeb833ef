'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useKeys } from '#lib/use-keys.ts';
import { Dialog } from '#ui/dialog.tsx';
import { INPUT_STYLE } from '#ui/input-style.ts';
import { Kbd } from '#ui/kbd.tsx';
import { FindList, type Place } from './find-list.tsx';

/**
 * Finds any customer and any page of the desk. It only opens them. Typed names and addresses do not get into URLs, so
 * they stay out of the browser's history.
 */
export function FindAnything({ places }: { readonly places: readonly Place[] }) {
  const [open, setOpen] = useState(false);
  useKeys({ '/': () => setOpen(true) });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => setOpen(true)}
        className={`${INPUT_STYLE} flex items-center gap-2 text-muted`}
      >
        <Search aria-hidden className="size-icon shrink-0" />
        <span className="grow text-start">Find a customer</span>
        <span aria-hidden className="hidden sm:block">
          <Kbd>/</Kbd>
        </span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Find">
        <FindList places={places} onChosen={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
