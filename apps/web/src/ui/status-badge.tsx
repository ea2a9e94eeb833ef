import { CUSTOMER_PRESENTATION, type CustomerStatus, customerLifecycle } from '@gatehouse/domain';
import { Badge } from './badge.tsx';

/**
 * The verification status of a customer. It is not for enablement, which shares some labels but means something else.
 */
export function StatusBadge({ status }: { readonly status: CustomerStatus }) {
  const { tone, icon } = CUSTOMER_PRESENTATION[status];
  return (
    <Badge tone={tone} icon={icon}>
      {customerLifecycle.label(status)}
    </Badge>
  );
}
