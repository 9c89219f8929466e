import { Title } from '@mantine/core';
import { paths } from '../config/paths';
import { Back } from './Back';

/** A page's title; on a narrow screen with the way back. */
export function PageHead({ title }: { title: string }) {
  return (
    <div className="page-head">
      <Back to={paths.people} label="Back to the lists" />
      <Title order={1} fz={22}>
        {title}
      </Title>
    </div>
  );
}
