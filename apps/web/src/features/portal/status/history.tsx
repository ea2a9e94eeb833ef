import type { PortalSession } from '@gatehouse/engine';
import { LocalTime } from '#ui/local-time.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { Section } from './section.tsx';
import { HISTORY_WORDS } from './words.ts';

/** What has happened so far, the newest first. */
export function History({ history }: { readonly history: PortalSession['history'] }) {
  return (
    <Section id="history" title="What has happened">
      <Timeline
        label="What has happened"
        items={history.toReversed().map(({ at, status }) => ({
          id: at,
          title: HISTORY_WORDS[status],
          when: <LocalTime value={at} />,
        }))}
      />
    </Section>
  );
}
