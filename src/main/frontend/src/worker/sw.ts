import { attend } from './attend';

declare const self: ServiceWorkerGlobalScope;

attend(self);
