import { ageOn, type FieldQuestion, type Profile, type QuestionInput } from '@gatehouse/domain';

const regions = new Intl.DisplayNames('en', { type: 'region' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Formats a profile's field as lines; none without a value. `today` is `YYYY-MM-DD`. */
export function fieldLines(
  { field, grouped, inputs, lines }: FieldQuestion,
  profile: Profile,
  today: string,
): string[] {
  const value = profile[field];
  if (value === undefined) return [];
  const parts = (grouped ? value : { [field]: value }) as Profile;
  const values = new Map(inputs.flatMap((input) => valuesOf(input, parts[nameOf(input)], today)));
  const templates = lines ?? inputs.map((input) => `{${nameOf(input)}}`);
  return templates.flatMap((line) => {
    const known = [...line.matchAll(NAMED)].some(([, name = '']) => values.has(name));
    return known ? [line.replaceAll(NAMED, (_, name: string) => values.get(name) ?? '')] : [];
  });
}

const NAMED = /\{(\w+)\}/g;
const nameOf = ({ name }: QuestionInput): string => name.split('.').at(-1) ?? name;

/** Formats the value of one input; a date of birth with the age today. */
function valuesOf(input: QuestionInput, value: unknown, today: string): [string, string][] {
  if (typeof value !== 'string') return [];
  const name = nameOf(input);
  switch (input.kind) {
    case 'date':
      return [
        [name, day.format(Date.parse(value))],
        ['age', String(ageOn(value, today))],
      ];
    case 'country':
      return [[name, `${regions.of(value) ?? value} (${value})`]];
    case 'choice':
      return [[name, input.options?.find((option) => option.value === value)?.label ?? value]];
    default:
      return [[name, value]];
  }
}
