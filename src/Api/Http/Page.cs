using System.Text.Json.Serialization;

namespace FlowEngine.Api.Http;

/// <summary>A part of a list.</summary>
/// <param name="Next">Give it as <c>next</c> to get the page that follows; null on the last one.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
