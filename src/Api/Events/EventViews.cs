using System.Text.Json.Serialization;

namespace FlowEngine.Api.Events;

/// <summary>What can be watched.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventTopic>))]
public enum EventTopic
{
    /// <summary>Flows, their versions and their tests; scope design.</summary>
    [JsonStringEnumMemberName("flows")]
    Flows,

    /// <summary>Conversations in which something was said; scope design.</summary>
    [JsonStringEnumMemberName("conversations")]
    Conversations,

    /// <summary>Stages and kill switches; scope engineer.</summary>
    [JsonStringEnumMemberName("stages")]
    Stages,

    /// <summary>Jobs that the caller may see; scope design.</summary>
    [JsonStringEnumMemberName("jobs")]
    Jobs,

    /// <summary>Settings, AI configurations and secrets; scope admin.</summary>
    [JsonStringEnumMemberName("settings")]
    Settings,
}

/// <summary>That something changed, without what: whoever needs it reads it.</summary>
/// <param name="Topic">Absent in <c>ready</c>, <c>resync</c> and <c>ping</c>.</param>
/// <param name="Kind">What happened to which kind of thing, such as <c>flow.publish</c>; else the name of the event.</param>
/// <param name="Id">The id or name of the thing.</param>
public sealed record EventView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventTopic? Topic,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    DateTimeOffset At);
