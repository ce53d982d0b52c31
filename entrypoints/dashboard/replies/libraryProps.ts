import type { QuickReply } from '@/lib/domain/quickReply';
import type { PageProps } from '../pageProps';

/** What every part of the page of quick replies is made from. */
export interface LibraryProps extends PageProps {
  library: {
    /** In the order of groups, then their own. */
    replies: QuickReply[];
    /** All groups in their order. */
    groups: string[];
  };
}
