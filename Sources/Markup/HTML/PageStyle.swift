/// How a page looks that Plenary writes: on a screen, on a dark one, on a small one, and on paper.
package enum PageStyle {
  package static let sheet = """
    :root {
      --text: #1c1c1f; --soft: #55555c; --line: #d5d5da; --paper: #fff; --tint: #f4f4f1; --accent: #10508c;
      --notice: #fff6dc; --notice-line: #c99700;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --text: #e8e8ea; --soft: #a9a9b2; --line: #3d3d44; --paper: #17171a; --tint: #222227; --accent: #8fc1f3;
        --notice: #2d2715; --notice-line: #d0a93c;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 50rem; background: var(--paper); color: var(--text);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      overflow-wrap: anywhere;
    }
    h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance; break-after: avoid; }
    h1 { margin: .25rem 0; font-size: 2.1rem; }
    h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); font-size: 1.4rem; }
    h3 { margin: 0 0 .2rem; font-size: 1.12rem; }
    h4, h5, h6 { margin: 1rem 0 .25rem; font-size: 1rem; }
    p { margin: 0 0 .6rem; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
    header p { margin: .15rem 0; }
    .organizers, .when, .people, footer { color: var(--soft); }
    .organizers { font-size: .95rem; }
    .subtitle { font-size: 1.15rem; }
    .facts { margin-top: .75rem; }
    header .notice {
      margin: 1rem 0 0; padding: .5rem .8rem; border-inline-start: 4px solid var(--notice-line);
      background: var(--notice);
    }
    nav ul { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
    table { width: 100%; border-collapse: collapse; }
    th, td { padding: .5rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
    thead th { color: var(--soft); font-size: .85rem; font-weight: 600; }
    tbody th { width: 8.6rem; font-weight: 400; font-variant-numeric: tabular-nums; }
    td.place { width: 28%; color: var(--soft); }
    td .title { font-weight: 600; }
    td .people, li .people { display: block; font-size: .92rem; }
    tr { break-inside: avoid; }
    tr.pause { background: var(--tint); }
    tr.pause .title { font-weight: 400; }
    tr.cancelled .title, h3.cancelled { text-decoration: line-through; color: var(--soft); }
    .mark {
      display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: .8em; color: var(--soft);
      font-size: .78rem; line-height: 1.4; white-space: nowrap;
    }
    .swatch {
      display: inline-block; width: .7em; height: .7em; margin-inline-end: .4em; border-radius: 50%;
      print-color-adjust: exact; -webkit-print-color-adjust: exact;
    }
    article { margin: 0 0 1.6rem; }
    article:target { outline: 2px solid var(--accent); outline-offset: .5rem; }
    .when { margin-bottom: .5rem; font-size: .95rem; font-variant-numeric: tabular-nums; }
    .summary { font-weight: 600; }
    .text ul, .text ol, article ol { padding-inline-start: 1.6rem; }
    .text table { width: auto; margin: .5rem 0; }
    .text blockquote { margin: .6rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line); }
    .text pre { overflow-x: auto; padding: .6rem; background: var(--tint); white-space: pre-wrap; }
    .numbered { counter-reset: paragraph; position: relative; padding-inline-start: 2.2rem; }
    .numbered :is(h1, h2, h3, h4, h5, h6, p, li, tbody tr, pre) { counter-increment: paragraph; }
    .numbered li > p:first-child { counter-increment: none; }
    .numbered :is(h1, h2, h3, h4, h5, h6, p, li, tbody tr, pre):not(li > p:first-child)::before {
      content: counter(paragraph); position: absolute; inset-inline-start: 0; width: 1.7rem; color: var(--soft);
      font-size: .8rem; font-weight: normal; line-height: 1.9; text-align: end; font-variant-numeric: tabular-nums;
    }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .6rem 0; }
    dt { grid-column: 1; color: var(--soft); }
    dd { grid-column: 2; margin: 0; }
    .parts { margin: .3rem 0 0; padding-inline-start: 1.2rem; }
    footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .88rem; }
    @media screen and (max-width: 34rem) {
      body { padding: 1rem .9rem 3rem; }
      h1 { font-size: 1.6rem; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tbody tr { display: block; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
      tbody th, td, td.place { display: block; width: auto; padding: 0; border: 0; }
      dl { display: block; }
    }
    @page { margin: 18mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8.5pt; } }
    @media print {
      :root { font-size: 10pt; }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
      nav { display: none; }
      a { color: inherit; text-decoration: none; }
      h1 { font-size: 20pt; }
      h2 { margin-top: 8mm; font-size: 14pt; }
      h3 { font-size: 11.5pt; }
      p { orphans: 3; widows: 3; }
      th, td { padding-block: 1.4mm; }
      tr.pause, header .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .sessions, .documents > article + article { break-before: page; }
      .day, dl, .when, .summary { break-inside: avoid; }
      .when { break-after: avoid; }
      li { break-inside: avoid; }
    }

    """
}
