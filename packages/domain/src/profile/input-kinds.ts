import { z } from 'zod';
import { problem } from '../messages/of-issue.ts';

/** How one value is entered and shown. The default is a line of text. */
export type InputKind = 'text' | 'tel' | 'date' | 'country' | 'choice';

/** The options of a choice: stored values and their labels. */
export type Choices = Readonly<Record<string, string>>;

/** The input kinds of schemas other than text, from which fields are rendered. */
export const inputKinds = z.registry<{ readonly kind: InputKind; readonly choices?: Choices }>();

/** One of these values. */
export const choice = <const C extends Choices>(choices: C) =>
  z
    .enum(Object.keys(choices) as [Extract<keyof C, string>, ...Extract<keyof C, string>[]], problem('input.option'))
    .register(inputKinds, { kind: 'choice', choices });
