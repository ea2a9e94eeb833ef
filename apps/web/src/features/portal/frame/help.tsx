import { Link } from '#ui/link.tsx';

/** How to reach a person, at the foot of every page. */
export function Help({ supportEmail, about }: { readonly supportEmail: string; readonly about?: string }) {
  return (
    <>
      <p>
        Write to{' '}
        <Link href={`mailto:${supportEmail}`} roomy>
          {supportEmail}
        </Link>
      </p>
      {about && (
        <p className="text-muted">
          Reference <code className="block select-all break-all font-mono text-ink sm:inline">{about}</code>
        </p>
      )}
    </>
  );
}
