import { useParley } from '../../live/context';
import { PageHead } from '../../parts/PageHead';
import { AppearanceSection } from './AppearanceSection';
import { DataSection } from './DataSection';
import { KeyboardSection } from './KeyboardSection';
import { NotificationSection } from './NotificationSection';
import { PasswordSection } from './PasswordSection';
import { PrivacySection } from './PrivacySection';
import { ProfileSection } from './ProfileSection';
import { SignInsSection } from './SignInsSection';
import { WaysSection } from './WaysSection';

/** Everything a person may decide about themselves. */
export default function SettingsPage() {
  const { user } = useParley();
  return (
    <div className="page">
      <PageHead title="Settings" />
      <ProfileSection />
      <PrivacySection />
      <NotificationSection />
      <AppearanceSection />
      <KeyboardSection />
      <WaysSection />
      {user.has_password && <PasswordSection />}
      <SignInsSection />
      <DataSection />
    </div>
  );
}
