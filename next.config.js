import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A page is complete before it is sent, because without scripts nothing could set its title later.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // Types are checked by `npm test`; a first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "pg", "pg-boss", "postgres"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
