import { Check, Download } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { Part, Row, type Specimen } from './specimen.tsx';

export function Buttons({ scope }: Specimen) {
  return (
    <Part title="Buttons and links" scope={scope}>
      <Row>
        <Button>Send for verification</Button>
        <Button variant="secondary">Save and come back later</Button>
        <Button variant="danger">Reject</Button>
        <Button variant="quiet">Cancel</Button>
      </Row>
      <Row>
        <Button pending pendingLabel="Sending">
          Send 2 answers
        </Button>
        <Button variant="secondary" pendingLabel="Saving">
          <Check aria-hidden />
          Save
        </Button>
        <UnavailableButton why="Only possible while Active; this is Under review.">Deactivate</UnavailableButton>
        <ButtonLink href="#" variant="secondary">
          <Download aria-hidden />
          Download
        </ButtonLink>
      </Row>
      {scope === 'portal' && <Button wide>Open my verification</Button>}
      <p>
        Read <Link href="#">how we use your data</Link>, or go to the{' '}
        <Link href="#" quiet>
          list of documents
        </Link>
        . Press <Kbd>J</Kbd> or <Kbd>⌘ K</Kbd>.
      </p>
    </Part>
  );
}
