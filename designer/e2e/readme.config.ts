import base from './playwright.config';

/** Takes the picture of the README anew: `npm run readme`. */
export default { ...base, testMatch: /readme\.shot\.ts/, projects: [{ name: 'readme' }] };
