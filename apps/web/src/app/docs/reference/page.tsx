import {
  ACCESS_TABLE,
  CAPABILITIES,
  customerLifecycle,
  describeLifecycle,
  ENGLISH,
  ERRORS,
  type ErrorCode,
  EventType,
  eventMeaning,
  type LifecycleDescription,
  SANDBOX_VALUES,
} from '@gatehouse/domain';
import type { Metadata } from 'next';
import { Fragment } from 'react';
import { PageHeader } from '#ui/page-header.tsx';
import { Table, Td, Th } from '#ui/table.tsx';

export const metadata: Metadata = { title: 'Reference' };

/** The reference for integrators, generated from the declarations that the engine runs on. */
export default function ReferencePage() {
  return (
    <>
      <PageHeader title="Reference">
        <p>Read from the declarations that this installation runs on, so it cannot say anything else than they do.</p>
      </PageHeader>
      <Lifecycle title="Is this customer verified?" lifecycle={describeLifecycle(customerLifecycle, ENGLISH)} />
      <Access />
      <ReferenceTable
        title="The sandbox’s family names"
        head={['Family name', 'What happens in TEST']}
        rows={Object.values(SANDBOX_VALUES).map(({ familyName, happens }) => [familyName, happens])}
      />
      <ReferenceTable
        title="Events"
        head={['Type', 'When']}
        rows={EventType.options.map((type) => [type, eventMeaning(type)])}
      />
      <ReferenceTable
        title="Refusals"
        head={['Code', 'HTTP', 'What it says', 'What to do']}
        rows={Object.entries(ENGLISH.messages.errors).map(([code, { message, hint }]) => [
          ...[code, String(ERRORS[code as ErrorCode].http)],
          ...[message, hint],
        ])}
      />
    </>
  );
}

function Lifecycle({ title, lifecycle }: { readonly title: string; readonly lifecycle: LifecycleDescription }) {
  return (
    <section className="flex flex-col gap-stack">
      <h2 className="font-semibold text-h2">{title}</h2>
      <ReferenceTable
        caption={`The statuses of ${lifecycle.name}`}
        head={['Status', 'Meaning']}
        rows={lifecycle.statuses.map(({ status, meaning }) => [status, meaning])}
      />
      <ReferenceTable
        caption={`The transitions of ${lifecycle.name}`}
        head={['From', 'Event', 'To', 'What makes it happen', 'By', 'Source']}
        rows={lifecycle.transitions.map((row) => [
          row.from,
          row.event,
          row.to,
          row.trigger,
          row.people === 2 ? `${row.by}, two people` : row.by,
          row.source,
        ])}
      />
    </section>
  );
}

function Access() {
  return (
    <ReferenceTable
      title="What a status allows"
      head={['Capability', ...customerLifecycle.statuses]}
      rows={CAPABILITIES.map((capability) => [
        capability,
        ...customerLifecycle.statuses.map((status) => (ACCESS_TABLE[status].includes(capability) ? 'yes' : 'no')),
      ])}
    />
  );
}

/** Lets long names break after an underscore, so that tables fit. Copied text stays unchanged. */
const breakable = (word: string) =>
  word.split(/(?<=_)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));

type ReferenceTableProps = {
  readonly title?: string;
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

function ReferenceTable({ title, caption, head, rows }: ReferenceTableProps) {
  return (
    <section className="flex flex-col gap-stack">
      {title && <h2 className="font-semibold text-h2">{title}</h2>}
      <Table caption={caption ?? title ?? ''} head={head.map((word) => <Th key={word}>{word}</Th>)}>
        {rows.map((row) => (
          <tr key={row.slice(0, 3).join(' ')}>
            {row.map((word, column) => (
              <Td
                key={head[column]}
                className={column === 0 ? 'whitespace-normal font-mono text-small' : 'min-w-24 whitespace-normal'}
              >
                {breakable(word)}
              </Td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}
