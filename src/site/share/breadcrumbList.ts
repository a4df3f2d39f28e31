/** Pages above a page and itself, as search engines read them (https://schema.org/BreadcrumbList). */
export function breadcrumbList(pages: readonly { name: string; address: string }[]): object {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: pages.map(({ name, address }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name,
      item: address,
    })),
  };
}
