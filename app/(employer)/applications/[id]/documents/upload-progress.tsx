import { useTranslations } from "next-intl";

/** How much of a file has left, from 0 to 1; once all has, it is being looked at. */
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
