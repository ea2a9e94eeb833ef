'use client';

import { CUSTOMER_PRESENTATION, type CustomerStatus, customerLifecycle, MODES } from '@gatehouse/domain';
import { ChevronDown } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { INPUT_STYLE } from '#ui/input-style.ts';
import { ButtonLink } from '#ui/link.tsx';
import { addressOf, fromStart, type QueueAddress } from './queue-address.ts';

const STATUSES = (Object.keys(CUSTOMER_PRESENTATION) as CustomerStatus[]).map((status) => ({
  value: status,
  label: customerLifecycle.label(status),
}));
const MODE_LABELS = { TEST: 'Test', LIVE: 'Live' } as const satisfies Record<(typeof MODES)[number], string>;
const MODE_OPTIONS = MODES.map((mode) => ({ value: mode, label: MODE_LABELS[mode] }));

/** The filters of the list. Each choice is a URL, so that it can be bookmarked, shared and returned to. */
export function QueueFilters({ address }: { readonly address: QueueAddress }) {
  const router = useRouter();
  const choose = (name: 'status' | 'mode', value: string): void => {
    const { [name]: _, ...rest } = fromStart(address);
    router.push(addressOf({ ...rest, ...(value ? { [name]: value } : {}) } as QueueAddress));
  };
  const filtered = address.status || address.mode;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <FilterSelect
        name="status"
        label="Status"
        any="Any status"
        options={STATUSES}
        value={address.status}
        onChoose={(value) => choose('status', value)}
      />
      <FilterSelect
        name="mode"
        label="Mode"
        any="Any mode"
        options={MODE_OPTIONS}
        value={address.mode}
        onChoose={(value) => choose('mode', value)}
      />
      {filtered && (
        <ButtonLink href={addressOf({ view: address.view })} variant="quiet">
          Clear filters
        </ButtonLink>
      )}
    </div>
  );
}

type FilterSelectProps = {
  readonly name: string;
  readonly label: string;
  /** The label of no choice. */
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
};

/** One filter with its label in the same line. It is not a form field, because nothing is requested here. */
function FilterSelect({ name, label, any, options, value, onChoose }: FilterSelectProps) {
  const id = `filter-${name}`;
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value)}
          className={`${INPUT_STYLE} appearance-none pe-8`}
        >
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 end-2 size-icon -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  );
}
