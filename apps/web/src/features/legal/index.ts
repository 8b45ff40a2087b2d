export { LegalFields, legalValuesOf } from './components/LegalFields.tsx';
export { RulesEditor, rulesOf } from './components/RulesEditor.tsx';
