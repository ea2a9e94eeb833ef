import { cx } from './cx.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

const VARIANT = {
  primary: 'border-transparent bg-primary text-on-primary hover:bg-primary-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
  danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-hover',
  quiet: 'border-transparent bg-transparent text-primary hover:bg-hover',
} as const satisfies Record<ButtonVariant, string>;

/** Unavailable buttons of all variants look the same and stay readable. */
const UNAVAILABLE =
  'aria-disabled:border-line aria-disabled:bg-hover aria-disabled:text-muted aria-disabled:hover:bg-hover';

/** The style of buttons, and of links that look like buttons. */
export const buttonStyle = (variant: ButtonVariant, wide = false): string =>
  cx(
    'relative inline-flex min-h-control select-none items-center justify-center gap-2 rounded border px-control-x py-1',
    'text-center font-semibold text-body no-underline transition-colors [&_svg]:size-icon [&_svg]:shrink-0',
    VARIANT[variant],
    UNAVAILABLE,
    wide && 'w-full',
  );
