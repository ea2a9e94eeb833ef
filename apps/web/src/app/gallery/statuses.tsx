import { customerLifecycle, enablementLifecycle } from '@gatehouse/domain';
import { EnablementBadge } from '#ui/enablement-badge.tsx';
import { Notice } from '#ui/notice.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { Part, Row, type Specimen } from './specimen.tsx';

export function Statuses({ scope }: Specimen) {
  return (
    <Part title="Statuses" scope={scope}>
      <Row>
        {customerLifecycle.statuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </Row>
      <Row>
        {enablementLifecycle.statuses.map((status) => (
          <EnablementBadge key={status} status={status} />
        ))}
      </Row>
      {scope === 'portal' && <Banners />}
      <Notice title="You can close this page">We email you as soon as there is an answer.</Notice>
      <Notice kind="warning" title="Your passport expires in 12 days">
        Upload the new one when you have it.
      </Notice>
      <Notice kind="danger">We could not send 1 of 3 files.</Notice>
      <Notice kind="success" title="Sent">
        We have your 2 answers.
      </Notice>
    </Part>
  );
}

function Banners() {
  return (
    <>
      <StatusBanner status="CREATED" heading="Complete your profile">
        About 10 minutes. Have your passport or identity card ready.
      </StatusBanner>
      <StatusBanner status="UNDER_REVIEW" heading="Verification in progress">
        Usually under 10 minutes. If a person needs to look, 1 to 3 business days.
      </StatusBanner>
      <StatusBanner status="NEEDS_ADDITIONAL_INFORMATION" heading="We need 2 more things">
        Please answer by 5 December. What you have already sent stays accepted.
      </StatusBanner>
      <StatusBanner status="ACTIVE" heading="You’re verified">
        Since 21 November 2026.
      </StatusBanner>
      <StatusBanner status="REJECTED" heading="We can’t verify you">
        We could not verify the documents you sent.
      </StatusBanner>
      <StatusBanner status="DEACTIVATED" heading="Your account is on hold">
        This isn’t about your verification.
      </StatusBanner>
    </>
  );
}
