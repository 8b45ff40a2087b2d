import { definePage } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { DateField, DateTimeField } from '../../../ui/form/DateField.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { ColourField } from '../../../ui/form/ColourField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { Grid } from '../../../ui/Stack.tsx';

const wrong = new Problem({ status: 422, code: 'invalid-input', title: 'x', detail: 'y', errors: [{ pointer: '#/title', code: 'required', detail: 'Ce champ est obligatoire.' }, { pointer: '#/text', code: 'too-long', detail: 'Le texte est trop long.' }] });

function FormSample({ problem }: { problem: Problem | null }) {
  return (
    <Form onSubmit={() => {}} problem={problem}>
      <TextField name="title" label="Titre" help="En une phrase, ce que vous proposez." required />
      <TextArea name="text" label="Texte" max={200} required defaultValue="Bonjour" />
      <SelectField name="place" label="Quartier" options={[{ value: 'a', label: 'Centre' }]} />
      <CheckboxField name="agree" label="J’accepte que mon texte soit publié" required />
      <CheckboxGroup name="themes" label="Thèmes" options={[{ value: 'a', label: 'Vélo' }, { value: 'b', label: 'Bus', description: 'Lignes 1 à 4' }]} />
      <RadioGroup name="act" label="Que faire ?" required layout="cards" defaultValue="b" options={[{ value: 'a', label: 'Garder', description: 'Les signalements sont classés', kbd: 'G' }, { value: 'b', label: 'Demander une correction', description: 'Masqué jusqu’à la nouvelle version', kbd: 'C' }]} />
      <DateField name="day" label="Jour" />
      <DateTimeField name="opensAt" label="Ouverture" defaultValue="2026-12-15T08:00:00Z" />
      <FileField name="photos" label="Photos" max={3} send={async (_file, progress) => { progress(0.4); return { id: 'x' }; }} defaultValue={[{ id: 'y', name: 'place.jpg', mediaType: 'image/jpeg' }]} />
      <ColourField name="accent" label="Couleur de la commune" />
      <TextField name="password" type="password" label="Mot de passe" required />
      <SubmitBar><Button type="submit">Publier</Button><Button look="plain">Annuler</Button></SubmitBar>
    </Form>
  );
}

function UiPage() {
  return <Wrap><PageTitle lead="Chaque pièce, dans chaque état.">Pièces de l’interface</PageTitle><Grid columns={2}><Card><FormSample problem={null} /></Card><Card><FormSample problem={wrong} /></Card></Grid></Wrap>;
}

export default definePage({ head: () => ({ title: 'Pièces de l’interface', unlisted: true }), Page: UiPage });
