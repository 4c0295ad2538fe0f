import { RevisionPage, type RevisionPageProps, revisionMetadata } from "../revision-page";

export const generateMetadata = (props: RevisionPageProps) => revisionMetadata(props, "grant_on_objection");

export default function ObjectionPage(props: RevisionPageProps) {
  return <RevisionPage {...props} revision="grant_on_objection" />;
}
