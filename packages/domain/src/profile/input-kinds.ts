import { z } from 'zod';
import { problem } from '../messages/of-issue.ts';

/** How one value is asked and shown. Whatever has no drawing of its own is a line of text. */
export type InputKind = 'text' | 'tel' | 'date' | 'country' | 'choice';

/** A choice of the profile: the stored value and the words for a person. */
export type Choices = Readonly<Record<string, string>>;

/** The schemas that are more than text, so that a field of theirs is drawn and shown right by itself. */
export const inputKinds = z.registry<{ readonly kind: InputKind; readonly choices?: Choices }>();

/** One of these values. */
export const choice = <const C extends Choices>(choices: C) =>
  z
    .enum(Object.keys(choices) as [Extract<keyof C, string>, ...Extract<keyof C, string>[]], problem('input.option'))
    .register(inputKinds, { kind: 'choice', choices });
