import { AdminPage } from '@/features/admin';
import { AllDeputies } from '@/features/deputies';

/** The admin's page, with what other features have for it. */
export const Admin = () => <AdminPage deputies={<AllDeputies />} />;
