import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonStyle } from './button-style.ts';
import { cx } from './cx.ts';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'className'> & {
  /** Quiet links are underlined only on hover, for lists in which every line is a link. */
  readonly quiet?: boolean;
  /** Enlarges the target above and below its line, for touch. */
  readonly roomy?: boolean;
};

export function Link({ quiet = false, roomy = false, ...rest }: LinkProps) {
  return (
    <NextLink
      {...rest}
      className={cx(
        'rounded-sm text-primary underline-offset-[0.2em] transition-colors hover:text-primary-hover hover:underline hover:decoration-2',
        !quiet && 'underline decoration-1',
        roomy && '-my-2 inline-block py-2',
      )}
    />
  );
}

type ButtonLinkProps = Omit<ComponentProps<typeof NextLink>, 'className'> & {
  readonly variant?: ButtonVariant;
  readonly wide?: boolean;
};

/** A link that looks like a button. */
export function ButtonLink({ variant = 'primary', wide = false, ...rest }: ButtonLinkProps) {
  return <NextLink {...rest} className={buttonStyle(variant, wide)} />;
}
