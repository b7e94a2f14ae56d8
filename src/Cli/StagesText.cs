using System.Globalization;
using FlowEngine.Api.Stages;
using FlowEngine.Chat.Stages;

namespace FlowEngine.Cli;

/// <summary>Stages for people.</summary>
internal static class StagesText
{
    public static string Line(StageView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"{view.Tenant}: {view.Stage} for {view.Percentage}% of the sessions, {view.Sample}% compared ({Source(view)}), etag {view.Etag}");

    public static IEnumerable<string> Lines(StageReadyView view)
    {
        foreach (var check in view.Checks)
        {
            yield return $"{(check.Passed ? "ok  " : "FAIL")} {check.Name}: {check.Found}{(check.Fix is null ? "" : $" {check.Fix}")}";
        }

        yield return view.Ready ? $"{view.Tenant} may leave 'off'." : $"{view.Tenant} may not leave 'off'.";
    }

    private static string Source(StageView view) => view.Source switch
    {
        StageDecision.Row => string.Create(CultureInfo.InvariantCulture, $"set by {view.ChangedBy ?? "somebody"} at {view.UpdatedAt:u}{Reason(view)}"),
        StageDecision.Flag => "by configuration",
        _ => "by default",
    };

    private static string Reason(StageView view) => view.Reason is null ? "" : $": {view.Reason}";
}
