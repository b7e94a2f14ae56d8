using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>The settings that a version is to have.</summary>
internal sealed record SettingsBody(JsonElement Settings, string? Note)
{
    public static async Task<(SettingsBody? Body, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var note = RequestText.Query(request, FlowText.Note);
        if (RequestText.Fault(FlowText.Note, note) is { } error)
        {
            return (null, ApiProblems.InvalidRequest([error]));
        }

        var (json, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (json is not { } body)
        {
            return (null, problem);
        }

        var faults = SettingsFaults.Of(body);
        return faults.Count == 0 ? (new(body, note), null) : (null, ApiProblems.InvalidRequest(faults));
    }

    /// <summary>As it is stored: the same text where nothing differs in meaning, null where nothing is set.</summary>
    public string? Over(string? stored)
    {
        if (!string.IsNullOrEmpty(stored) && IsSame(stored))
        {
            return stored;
        }

        return Settings.EnumerateObject().Any() ? Settings.GetRawText() : null;
    }

    private bool IsSame(string stored)
    {
        try
        {
            return JsonElement.DeepEquals(JsonElement.Parse(stored), Settings);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
