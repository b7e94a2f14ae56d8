using System.Text.Json.Serialization;

namespace FlowEngine.Api.StagePreviews;

/// <summary>What the gate says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateVerdict>))]
public enum GateVerdict
{
    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("not_enough_data")]
    NotEnoughData,
}

/// <summary>What a change of the stage would come to.</summary>
/// <param name="Allowed">False where the tenant is not ready: no reason helps then.</param>
/// <param name="NeedsReason">The change has to say why.</param>
/// <param name="Rules">What stands in the way of it, or asks for the reason.</param>
/// <param name="PercentMoved">The share of all sessions that would be at another stage.</param>
/// <param name="Sessions">Sessions in which something was said in the last 30 days; null where there are more than 100,000.</param>
/// <param name="SessionsMoved">Those of them that would be at another stage; null where <paramref name="Sessions"/> is.</param>
/// <param name="Gate">Null where the change does not ask for it.</param>
public sealed record StagePreviewView(
    string Tenant,
    string Stage,
    int Percentage,
    bool Allowed,
    bool NeedsReason,
    IReadOnlyList<StageRuleView> Rules,
    int PercentMoved,
    int? Sessions,
    int? SessionsMoved,
    GateAnswerView? Gate);

/// <param name="Code"><c>not_ready</c>, <c>jump</c> or <c>gate</c>.</param>
public sealed record StageRuleView(string Code, string Detail);

/// <param name="Text">The criteria that decided, in a line.</param>
public sealed record GateAnswerView(GateVerdict Verdict, string Text);
