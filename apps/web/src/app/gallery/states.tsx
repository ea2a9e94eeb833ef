import { Inbox } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfflineNotice } from '#ui/offline-notice.tsx';
import { SavedNote } from '#ui/saved-note.tsx';
import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';
import { FailedSpecimen } from './failed-specimen.tsx';
import { Part, Row, type Specimen } from './specimen.tsx';

export function States({ scope, now }: Specimen) {
  return (
    <Part title="Loading and empty and failed and offline" scope={scope}>
      <SkeletonPage>
        <Skeleton shape="heading" width="60%" />
        <Skeleton />
        <Skeleton width="80%" />
        <Skeleton shape="control" width="12rem" />
      </SkeletonPage>
      <EmptyState
        icon={Inbox}
        title="Nothing waits for you"
        action={<Button variant="secondary">Show all cases</Button>}
      >
        New cases appear here when a check needs a person.
      </EmptyState>
      <FailedSpecimen />
      <OfflineNotice always />
      <Row>
        <SavedNote state="saved" at={now} />
        <SavedNote state="saving" />
        <SavedNote state="notSaved" />
      </Row>
    </Part>
  );
}
