import { CUSTOMER_PRESENTATION, type CustomerStatus, customerLifecycle } from '@gatehouse/domain';
import { Badge } from './badge.tsx';

/** Is this customer verified? Never used for enablement, which shares some of the words and means something else. */
export function StatusBadge({ status }: { readonly status: CustomerStatus }) {
  const { tone, icon } = CUSTOMER_PRESENTATION[status];
  return (
    <Badge tone={tone} icon={icon}>
      {customerLifecycle.label(status)}
    </Badge>
  );
}
