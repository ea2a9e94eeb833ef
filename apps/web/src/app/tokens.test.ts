import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = Object.fromEntries(
  [...css.matchAll(/--gh-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TONES = ['neutral', 'progress', 'attention', 'success', 'refused', 'closed', 'ready'];
const GROUNDS = ['canvas', 'surface', 'sunken', 'hover'];

/**
 * Pairs of text and background with their minimum contrast: 7 for statuses, 4.5 for other text, 3 for the edges of
 * controls.
 */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...TONES.map((tone) => [`on-${tone}`, tone, 7] as const),
  ...GROUNDS.flatMap((ground) =>
    ['ink', 'muted', 'primary', 'primary-hover', 'danger', 'on-success', 'on-progress'].map(
      (text) => [text, ground, 4.5] as const,
    ),
  ),
  ...GROUNDS.flatMap((ground) => [['line-strong', ground, 3] as const, ['focus', ground, 3] as const]),
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['on-test', 'test', 7],
  ['ink', 'primary-soft', 4.5],
  ['canvas', 'ink', 4.5],
];

describe.each(['light', 'dark'] as const)('contrast, %s', (scheme) => {
  it.each(PAIRS)('%s on %s is at least %d', (text, ground, least) => {
    expect(contrast(tokens[text]?.[scheme] ?? '', tokens[ground]?.[scheme] ?? '')).toBeGreaterThanOrEqual(least);
  });
});
