import { ENABLEMENT_PRESENTATION, type EnablementStatus, enablementLifecycle } from '@gatehouse/domain';
import { Badge } from './badge.tsx';

/** Says whether an end customer may operate in Production. It never replaces the verification status. */
export function EnablementBadge({ status }: { readonly status: EnablementStatus }) {
  const { tone, icon } = ENABLEMENT_PRESENTATION[status];
  return (
    <Badge tone={tone} icon={icon}>
      {enablementLifecycle.label(status)}
    </Badge>
  );
}
