type EffectsListProps = { readonly effects: readonly string[]; readonly waits: boolean };

/** The effects of a decision. */
export function EffectsList({ effects, waits }: EffectsListProps) {
  if (effects.length === 0) return null;
  return (
    <section aria-labelledby="effects" className="flex flex-col gap-1 rounded border border-line bg-sunken p-pad">
      <h3 id="effects" className="font-semibold">
        {waits ? 'What happens once a second person confirms it' : 'What happens'}
      </h3>
      <ul className="list-disc ps-4">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </section>
  );
}
