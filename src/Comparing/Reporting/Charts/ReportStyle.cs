namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>The page's style sheet: light and dark as the reader's system says, one column on a phone.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --ink: #1b2230; --soft: #5a6475; --line: #dfe3ea; --grid: #e8ebf0;
          --same: #2a9d8f; --differs: #dd7a1c; --fail: #bf2f4b; --neither: #8b90a5; --notrun: #c6cad6; --minor: #dfae3f; --v1: #6d7787; --v2: #2b6cd4;
          --good: #1b7f5c; --bad: #bf2f4b; --unsure: #8a6200; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #11151c; --card: #1a202b; --ink: #e7ebf2; --soft: #a2adbe; --line: #303949; --grid: #29313f;
            --same: #3fb8a9; --differs: #f0954a; --fail: #ee6a82; --neither: #8b93a9; --notrun: #4c5569; --minor: #e3bd60; --v1: #a5afbf; --v2: #6ea8ff;
            --good: #4cc79c; --bad: #ff8197; --unsure: #e3bd60; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        main { max-width: 1120px; margin: 0 auto; padding: 24px 16px 64px; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 4px; } h2 { font-size: 1.2rem; margin: 40px 0 8px; } h3 { font-size: 1rem; margin: 0 0 10px; }
        p { margin: 0 0 12px; max-width: 75ch; overflow-wrap: anywhere; } .soft { color: var(--soft); font-size: .9rem; } .lead { font-size: 1.1rem; }
        .grid, .tiles { display: grid; gap: 16px; margin: 16px 0; }
        .grid { grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); align-items: start; }
        .tiles { grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr)); }
        .tile, figure, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin: 0; min-width: 0; }
        .tile b { display: block; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; } .tile b.none { font-size: 1rem; font-weight: 600; }
        .tile span { display: block; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
        svg { display: block; width: 100%; max-width: 560px; height: auto; } svg text { font: 12.5px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--ink); }
        svg .value { font-variant-numeric: tabular-nums; fill: var(--soft); } svg .tick { font-size: 11px; fill: var(--soft); }
        svg .halo { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
        svg line { stroke: var(--grid); stroke-width: 1; } svg line.zero { stroke: var(--soft); }
        .cause { margin: 12px 0; } .cause h3 { margin-bottom: 4px; } .cause p { margin-bottom: 8px; } code { font-size: .85em; overflow-wrap: anywhere; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin: 8px 0; } .side { border-left: 3px solid var(--v1); padding-left: 12px; min-width: 0; }
        .side + .side { border-color: var(--v2); } h4 { font-size: .85rem; margin: 0 0 4px; color: var(--soft); } .said { white-space: pre-line; }
        .chip { display: inline-block; border: 1px solid currentColor; border-radius: 10px; padding: 0 8px; font-size: .8rem; font-weight: 600; }
        .chip.blocking, .chip.major { color: var(--bad); } .chip.minor { color: var(--unsure); }
        ul { margin: 0 0 12px; padding-left: 20px; max-width: 75ch; }
        .same, .none { fill: var(--same); } .differs, .major { fill: var(--differs); } .failed, .blocking { fill: var(--fail); } .minor { fill: var(--minor); }
        .neither { fill: var(--neither); } .notrun { fill: var(--notrun); } .v1 { fill: var(--v1); } .v2 { fill: var(--v2); } svg .soft { opacity: .45; }
        .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round; } .curve.v1 { stroke: var(--v1); } .curve.v2 { stroke: var(--v2); }
        details { margin-top: 12px; } summary { cursor: pointer; color: var(--soft); font-size: .9rem; padding: 4px 0; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; min-width: 4.5em; overflow-wrap: break-word; max-width: 34em; }
        th { color: var(--soft); font-weight: 600; } td.number, th.number { text-align: right; } tr:last-child td { border-bottom: 0; }
        .verdict { border-left: 6px solid var(--unsure); } .verdict.passed { border-color: var(--good); } .verdict.failed { border-color: var(--bad); }
        .mark { font-weight: 700; white-space: nowrap; } .mark.passed { color: var(--good); } .mark.failed { color: var(--bad); } .mark.unsure { color: var(--unsure); }
        .grid > figure:last-child:nth-child(odd) { grid-column: 1 / -1; }
        @media (max-width: 600px) { svg text { font-size: 14px; } svg .tick { font-size: 12.5px; } .tiles { grid-template-columns: 1fr 1fr; gap: 10px; } .tile { padding: 12px; }
          .sides { grid-template-columns: 1fr; } .scroll { overflow-x: visible; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table, tbody, tr { display: block; }
          tr { padding: 8px 0; border-bottom: 1px solid var(--line); } tr:last-child { border-bottom: 0; }
          td, td.number { display: grid; grid-template-columns: 9em minmax(0, 1fr); gap: 10px; border: 0; padding: 2px 0; text-align: left; max-width: none; overflow-wrap: anywhere; }
          td::before { content: attr(data-label); color: var(--soft); } }
        @media print { body { background: none; } figure, .tile, .card { break-inside: avoid; } }
        """;
}
