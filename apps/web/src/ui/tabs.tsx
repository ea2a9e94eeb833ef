'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { TAB_LIST_STYLE, TAB_STYLE, TabCount } from './tab-style.tsx';

export type Tab = {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
  readonly panel: ReactNode;
};

/** Several views of one thing on one page. Use `TabLinks` for views with their own URLs. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  return (
    <Base.Root defaultValue={tabs[0]?.value} className="flex flex-col gap-stack">
      <Base.List aria-label={label} className={TAB_LIST_STYLE}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={TAB_STYLE}>
            {tab.label}
            <TabCount count={tab.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="rounded-sm">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
