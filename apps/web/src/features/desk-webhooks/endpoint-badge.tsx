import type { EndpointHealth } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { wordsOf } from './endpoint-words.ts';

export function EndpointBadge({ endpoint }: { readonly endpoint: EndpointHealth }) {
  const { word, tone, icon } = wordsOf(endpoint);
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
