'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { INPUT_STYLE } from '#ui/input-style.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TestMark } from '#ui/test-mark.tsx';
import { type Found, useFound } from './use-found.ts';

/** A page of the desk. */
export type Place = { readonly label: string; readonly href: string };

type Choice = Place & { readonly customer?: Found['customers'][number] };

type FindListProps = { readonly places: readonly Place[]; readonly onChosen: () => void };

/** The search field and its results. Arrow keys move, Enter opens. */
export function FindList({ places, onChosen }: FindListProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const found = useFound(typed);
  const groups = groupsOf(found, places, typed.trim().toLowerCase());
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      // The server has filtered the results already.
      mode="none"
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={({ label }: Choice) => label}
    >
      <Autocomplete.Input
        aria-label="Name, email, or an id"
        placeholder="Name, email, or an id"
        maxLength={200}
        spellCheck={false}
        className={INPUT_STYLE}
      />
      <p role="status" className="text-muted empty:hidden">
        {messageFor(found, typed.trim())}
      </p>
      <Autocomplete.List className="-mx-2 max-h-96 overflow-y-auto">
        {(group: (typeof groups)[number]) => (
          <Autocomplete.Group key={group.label} items={group.items} className="not-last:mb-3">
            <Autocomplete.GroupLabel className="px-2 py-1 font-semibold text-small">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(choice: Choice) => (
                <Autocomplete.Item
                  key={choice.href}
                  value={choice}
                  onClick={() => {
                    onChosen();
                    router.push(choice.href);
                  }}
                  className="flex min-h-control cursor-default flex-wrap items-center gap-x-3 gap-y-1 rounded px-2 py-1 data-highlighted:bg-hover"
                >
                  <ChoiceText {...choice} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function ChoiceText({ label, customer }: Choice) {
  if (!customer) return label;
  return (
    <>
      <span className="min-w-0 grow">
        <span className="font-semibold">{label}</span>
        <span className="block truncate text-muted text-small">{customer.email ?? customer.partnerName}</span>
      </span>
      {customer.mode === 'TEST' && <TestMark />}
      <StatusBadge status={customer.customerStatus} />
    </>
  );
}

function groupsOf({ customers }: Found, places: readonly Place[], query: string) {
  const people: Choice[] = customers.map((customer) => ({
    label: customer.displayName,
    href: `/desk/cases/${customer.id}`,
    customer,
  }));
  const pages: Choice[] = places.filter(({ label }) => label.toLowerCase().includes(query));
  return [
    { label: 'Customers', items: people },
    { label: 'Go to', items: pages },
  ].filter(({ items }) => items.length > 0);
}

function messageFor({ query, customers, failure }: Found, typed: string): string {
  if (!typed) return '';
  if (query !== typed) return 'Looking';
  if (failure) return failure;
  return customers.length === 0 ? `No customer is found for “${typed}”.` : '';
}
