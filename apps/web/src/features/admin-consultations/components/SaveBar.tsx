import { useNavigate } from '../../../platform/router/router.tsx';
import type { AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { sectionAfter, sectionPath, type SectionCode } from '../sections.ts';

const t = messagesOf(fr);

/**
 * The foot of a part's form. A draft is saved and one goes on to the next part; what is published asks why it changes, for the public
 * reads it.
 */
export function SaveBar({
  consultation: { state },
  section,
  loading,
}: {
  consultation: AdminConsultation;
  section: SectionCode;
  loading: boolean;
}) {
  const isDraft = state === 'draft';
  return (
    <>
      {!isDraft && <TextField name="reason" label={t('reason')} help={t('reason.help')} required maxLength={500} />}
      <SubmitBar>
        {isDraft && sectionAfter(section) && (
          <Button type="submit" name="next" value="1" loading={loading}>
            {t('save.next')}
          </Button>
        )}
        <Button type="submit" look={isDraft ? 'quiet' : 'main'} loading={loading}>
          {t('save')}
        </Button>
      </SubmitBar>
    </>
  );
}

/** What happens after a part was saved: on to the next one if that was asked, otherwise a word. */
export function useAfterSaving(section: SectionCode) {
  const say = useToast();
  const navigate = useNavigate();
  return (id: string, values: FormValues): void => {
    const next = sectionAfter(section);
    say(t('saved'));
    if (values.flag('next') && next) navigate(sectionPath(id, next));
  };
}
