import type { StatusIcon as IconName } from '@gatehouse/domain';
import { CircleCheck, CirclePause, Clock, type LucideIcon, OctagonX, Pencil, Reply, ToggleRight } from 'lucide-react';

const ICONS = {
  pencil: Pencil,
  clock: Clock,
  reply: Reply,
  check: CircleCheck,
  octagon: OctagonX,
  pause: CirclePause,
  toggle: ToggleRight,
} as const satisfies Record<IconName, LucideIcon>;

/** The icon of a status. It is always beside a label, so it is hidden from assistive technology. */
export function StatusIcon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden className={className} />;
}
