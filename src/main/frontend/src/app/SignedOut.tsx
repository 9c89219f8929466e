import { useCallback } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { cameFor, paths } from '../config/paths';
import { RegisterPage } from '../features/account/RegisterPage';
import { ResetPasswordPage } from '../features/account/ResetPasswordPage';
import { SetupPage } from '../features/account/SetupPage';
import { SignInPage } from '../features/account/SignInPage';
import { forgetProviderSessions } from '../features/sso/providerSessions';
import { later } from '../parts/later';

const SignInCallback = later(() => import('../features/sso/SignInCallback'));

interface Props {
  message: string | null;
  onSignedIn: () => void;
}

/** The ways in; whoever came for a page gets there once signed in. */
export default function SignedOut({ message, onSignedIn }: Props) {
  const navigate = useNavigate();
  const location = useLocation();
  const from = cameFor(location).from ?? '/';
  const arrive = useCallback(
    (at: string) => {
      void navigate(at, { replace: true });
      onSignedIn();
    },
    [navigate, onSignedIn],
  );
  const done = () => {
    forgetProviderSessions();
    arrive(from);
  };
  return (
    <Routes>
      <Route path={paths.signIn} element={<SignInPage message={message} onSignedIn={done} />} />
      <Route path={paths.register} element={<RegisterPage onSignedIn={done} />} />
      <Route path={paths.setup} element={<SetupPage onSignedIn={done} />} />
      <Route path={paths.resetPassword} element={<ResetPasswordPage />} />
      <Route path={paths.ssoCallback} element={<SignInCallback onSignedIn={arrive} />} />
      <Route
        path="*"
        element={
          <Navigate
            to={paths.signIn}
            replace
            state={location.pathname === '/' ? null : { from: location.pathname + location.search }}
          />
        }
      />
    </Routes>
  );
}
