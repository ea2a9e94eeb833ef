import { ENABLEMENT_PRESENTATION, type EnablementStatus, enablementLifecycle } from '@gatehouse/domain';
import { Badge } from './badge.tsx';

/** May this end customer operate in Production? Always shown beside the verification status and never instead of it. */
export function EnablementBadge({ status }: { readonly status: EnablementStatus }) {
  const { tone, icon } = ENABLEMENT_PRESENTATION[status];
  return (
    <Badge tone={tone} icon={icon}>
      {enablementLifecycle.label(status)}
    </Badge>
  );
}
