export { AllDeputies } from './AllDeputies';
export { DeputiesPage } from './DeputiesPage';
