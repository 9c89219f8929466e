import { PageHead } from '../../parts/PageHead';
import { AppearanceSection } from './AppearanceSection';
import { DataSection } from './DataSection';
import { NotificationSection } from './NotificationSection';
import { PasswordSection } from './PasswordSection';
import { PrivacySection } from './PrivacySection';
import { ProfileSection } from './ProfileSection';
import { SignInsSection } from './SignInsSection';

/** Everything a person may decide about themselves. */
export default function SettingsPage() {
  return (
    <div className="page">
      <PageHead title="Settings" />
      <ProfileSection />
      <PrivacySection />
      <NotificationSection />
      <AppearanceSection />
      <PasswordSection />
      <SignInsSection />
      <DataSection />
    </div>
  );
}
