import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { Part, type Specimen } from './specimen.tsx';

export function Navigation({ scope }: Specimen) {
  return (
    <Part title="Heads and tabs" scope={scope}>
      <Tabs
        label={`Case, ${scope}`}
        tabs={[
          { value: 'data', label: 'Data', panel: 'What was submitted.' },
          { value: 'checks', label: 'Checks', count: 5, panel: 'Five checks, one flagged.' },
          { value: 'history', label: 'History', panel: 'What happened.' },
        ]}
      />
      <TabLinks
        label={`Queue, ${scope}`}
        links={[
          { href: '#mine', label: 'Mine', count: 3, current: true },
          { href: '#unassigned', label: 'Unassigned', count: 14 },
          { href: '#waiting', label: 'Waiting on customer' },
        ]}
      />
      <div className="rounded border border-line p-pad">
        <PageHeader
          title="Zoë María O’Connor"
          back={{ href: '#', label: 'Queue' }}
          meta={<StatusBadge status="UNDER_REVIEW" />}
          actions={<UnavailableButton why="Another approver confirms it.">Approve</UnavailableButton>}
        >
          Waits for a person since 10:42.
        </PageHeader>
      </div>
    </Part>
  );
}
