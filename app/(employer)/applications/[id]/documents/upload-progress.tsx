import { useTranslations } from "next-intl";

/** The sent part of a file, from 0 to 1; at 1 the server is checking it. */
export function UploadProgress({ share }: { share: number }) {
  const t = useTranslations("documents");
  const percent = Math.round(share * 100);
  return (
    <div className="upload-progress">
      <progress value={percent} max={100} aria-label={t("progressLabel")} />
      <span>{percent < 100 ? t("progress", { percent }) : t("checking")}</span>
    </div>
  );
}
