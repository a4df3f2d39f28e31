/** How a frame says that its contents have another height: `{ type, height }`, in pixels. A contract: pages of others listen for it. */
export const heightMessage = "otklik:height";

/** What a page of somebody else's may hold to give frames the height that they ask for. */
export const heightListener = `<script>addEventListener("message",(e)=>{if(e.data?.type==="${heightMessage}")for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.height=Number(e.data.height)})</script>`;
