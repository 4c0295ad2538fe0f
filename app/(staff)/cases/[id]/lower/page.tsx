import { RevisionPage, type RevisionPageProps, revisionMetadata } from "../revision-page";

export const generateMetadata = (props: RevisionPageProps) => revisionMetadata(props, "lower");

export default function LowerPage(props: RevisionPageProps) {
  return <RevisionPage {...props} revision="lower" />;
}
