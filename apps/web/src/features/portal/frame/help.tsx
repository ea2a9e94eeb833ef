import { useTranslations } from 'next-intl';
import { Link } from '#ui/link.tsx';

/** How to reach a person, at the foot of every page. */
export function Help({ supportEmail, about }: { readonly supportEmail: string; readonly about?: string }) {
  const t = useTranslations('portal.frame');
  return (
    <>
      <p>
        {t.rich('writeTo', {
          email: supportEmail,
          link: (chunks) => (
            <Link href={`mailto:${supportEmail}`} roomy>
              {chunks}
            </Link>
          ),
        })}
      </p>
      {about && (
        <p className="text-muted">
          {t.rich('reference', {
            reference: about,
            code: (chunks) => <code className="block select-all break-all font-mono text-ink sm:inline">{chunks}</code>,
          })}
        </p>
      )}
    </>
  );
}
