export { PublishButton } from './PublishButton';
export { Versions } from './Versions';
