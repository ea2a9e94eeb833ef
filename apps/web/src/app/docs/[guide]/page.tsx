import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type Guide, readGuides } from '#server/guides.ts';
import './prose.css';

type Props = { readonly params: Promise<{ readonly guide: string }> };

async function find({ params }: Props): Promise<Guide | undefined> {
  const { guide } = await params;
  return (await readGuides()).find(({ name }) => name === guide);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await find(props))?.title ?? 'Docs' };
}

/** Shows one guide of the repository. */
export default async function GuidePage(props: Props) {
  const guide = await find(props);
  if (!guide) notFound();
  // The text is a file of this repository and not user input.
  return <article className="prose" dangerouslySetInnerHTML={{ __html: guide.html }} />;
}
