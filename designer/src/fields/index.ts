export { Differences } from './Differences';
export { FieldInput } from './FieldInput';
export { FieldValue } from './FieldValue';
export { MoneyInput } from './MoneyInput';
export { showProblem } from './problems';
export { RecordFields, type RecordFormInstance } from './RecordFields';
export { findsPerson, usePeopleOptions } from './usePeopleOptions';
export { changes, editable, isEmpty, isSame } from './values';
export { PersonInput } from './heavy';
