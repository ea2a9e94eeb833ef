import type { EndpointHealth } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { healthOf } from './endpoint-health.ts';

export function EndpointBadge({ endpoint }: { readonly endpoint: EndpointHealth }) {
  const { word, tone, icon } = healthOf(endpoint);
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
