'use client';

import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { turnKeys, useKeys, useKeysOn } from '#lib/use-keys.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { KEYS } from './keys.ts';

/** The list of keys, opened by `?` or a button. */
export function KeysDialog() {
  const [open, setOpen] = useState(false);
  const on = useKeysOn();
  useKeys({ '?': () => setOpen(true) });
  return (
    <>
      <Button variant="quiet" aria-label="Keys" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        <Keyboard aria-hidden />
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Keys"
        description="Keys open things. None of them decides anything."
      >
        <div className="flex flex-col gap-stack">
          {KEYS.map(({ place, keys }) => (
            <section key={place} className="flex flex-col gap-1">
              <h3 className="font-semibold">{place}</h3>
              <dl className="border-line border-t">
                {keys.map((row) => (
                  <div key={row.does} className="flex items-center gap-4 border-line border-b py-1.5">
                    <dt className="flex w-32 shrink-0 flex-wrap gap-1">
                      {row.keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dt>
                    <dd>{row.does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <Checkbox
          name="single-keys"
          label="Use single keys on this device"
          hint="Turn them off if you speak to your computer, or if they get in the way."
          checked={on}
          onChange={(event) => turnKeys(event.currentTarget.checked)}
        />
      </Dialog>
    </>
  );
}
