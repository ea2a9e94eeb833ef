'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useKeys } from '#lib/use-keys.ts';
import { INPUT_STYLE } from '#ui/input-style.ts';

/** Finds a customer among all cases. The answer is the queue with a filter, so it has an address like any other. */
export function FindCustomer() {
  const field = useRef<HTMLInputElement>(null);
  const search = useSearchParams().get('search') ?? '';
  const focus = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useKeys({ '/': focus });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <Form action="/desk" role="search" prefetch={false} className="relative">
      <input type="hidden" name="view" value="all" />
      <label htmlFor="find-customer" className="sr-only">
        Find a customer
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-icon -translate-y-1/2 text-muted"
      />
      <input
        ref={field}
        // What the address says is what the field shows, also after going back.
        key={search}
        id="find-customer"
        name="search"
        type="search"
        defaultValue={search}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        placeholder="Name, email or your own id"
        aria-keyshortcuts="/ Control+K Meta+K"
        className={`${INPUT_STYLE} pl-8`}
      />
    </Form>
  );
}
